#include "api/market/conversations.hpp"

#include <charconv>
#include <limits>

#include "api/json/reader.hpp"
#include "api/pipeline/idempotent.hpp"
#include "domain/conversations/conversations.hpp"
#include "domain/profiles/profile_store.hpp"

namespace api::market {

using namespace domain;
using conversations::Conversation;
using conversations::Message;
using nlohmann::json;

namespace {

constexpr auto last_possible = std::numeric_limits<std::int64_t>::max();

Refused unreadable_cursor()
{
    return {Refusal::invalid_fields,
            {"La suite demandée ne se lit pas : reprenez la liste à son début.",
             "What was to follow is unreadable: begin the list again."},
            {{"cursor", {"Curseur illisible.", "Unreadable cursor."}}}};
}

std::int64_t number_of(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) throw unreadable_cursor();
    return value;
}

/// "1790000000000000 con_…": when the last conversation of the page was active, and which.
conversations::Place place_of(const std::string& cursor)
{
    if (cursor.empty()) return {instant_of(last_possible), ""};
    const auto space = cursor.find(' ');
    if (space == std::string::npos) throw unreadable_cursor();
    return {instant_of(number_of(cursor.substr(0, space))), cursor.substr(space + 1)};
}

conversations::Order order_of(const Request& request)
{
    const auto wanted = query_text(request, "order");
    if (wanted.empty()) return conversations::Order::newest_first;
    if (const auto order = conversations::orders.parse(wanted)) return *order;
    throw Refused(Refusal::invalid_fields, {"Cet ordre n'existe pas.", "There is no such order."},
                  {{"order", {"newest_first ou oldest_first.", "newest_first or oldest_first."}}});
}

json view(Transaction& tx, const AccountId& viewer, const Conversation& conversation)
{
    auto participants = json::array();
    for (const auto& one : conversation.participants) {
        const auto account = AccountId::parse(one.account);
        const auto name =
            account ? profiles::public_name(profiles::person_of(tx, *account)) : std::string();
        participants.push_back({{"account_id", one.account},
                                {"role", conversations::name(one.role)},
                                {"display_name", name.empty() ? json(nullptr) : json(name)},
                                {"read_seq", one.read_seq},
                                {"is_me", one.account == viewer.text()},
                                {"has_left", one.left_at.has_value()}});
    }
    return {{"id", conversation.id.text()},
            {"request_id", conversation.request ? json(*conversation.request) : json(nullptr)},
            {"opened_at", to_text(conversation.opened_at)},
            {"active_at", to_text(conversation.active_at)},
            {"last_seq", conversation.last_seq},
            {"unread", conversation.unread},
            {"participants", std::move(participants)}};
}

json view(const Message& message)
{
    json body = {{"id", message.id.text()},
                 {"seq", message.seq},
                 {"author_id", message.author},
                 {"sent_at", to_text(message.sent_at)},
                 {"removed", !message.text}};
    if (message.text) body["text"] = *message.text;
    return body;
}

Response list_conversations(Transaction& tx, const AccountId& me, const Request& request)
{
    const auto page = page_of(request);
    auto found = conversations::list_for(tx, me, place_of(page.after), page.one_more());
    const auto next = cut(found, page, [](const auto& last) {
        return std::to_string(micros(last.active_at)) + " " + last.id.text();
    });
    json items;
    for (const auto& conversation : found)
        items.push_back(view(tx, me, conversation));
    return ok(page_view(std::move(items), next));
}

Response get_conversation(App& app, const Request& request)
{
    const auto& me = actor_of(request).account;
    const auto id = path_id<ConversationId>(request, ":id");
    return app.db.read(
        [&](Transaction& tx) { return ok(view(tx, me, conversations::find_for(tx, me, id))); });
}

Response list_messages(Transaction& tx, const AccountId& me, const Request& request)
{
    const auto id = path_id<ConversationId>(request, ":id");
    const auto page = page_of(request);
    const auto order = order_of(request);
    const bool newest_first = order == conversations::Order::newest_first;
    const auto from = !page.after.empty() ? number_of(page.after)
                      : newest_first      ? last_possible
                                          : 0;
    auto found = conversations::read(tx, me, id, {order, from, page.one_more()});
    const auto next = cut(found, page, [](const auto& last) { return std::to_string(last.seq); });
    json items;
    for (const auto& message : found)
        items.push_back(view(message));
    return ok(page_view(std::move(items), next));
}

/// Exactly once without a stored answer: the message holds its Idempotency-Key, so it is its
/// own answer, for as long as it exists.
Response send_message(App& app, const Request& request)
{
    const auto id = path_id<ConversationId>(request, ":id");
    const auto key = idempotency_key(request);
    Reader body(request.body);
    auto text = body.text("text", {1, conversations::text_max, true});
    body.finish();
    const conversations::Outgoing outgoing{id, actor_of(request).account, key, std::move(text)};

    const auto sent = app.db.transaction([&](Transaction& tx) {
        auto done = conversations::send(tx, outgoing);
        if (!done.repeated) access::spend_message(tx, outgoing.author, app.budgets);
        return done;
    });
    Response response{201, view(sent.message)};
    if (sent.repeated) response.headers.push_back({"idempotency-hit", "true"});
    return response;
}

Response mark_conversation_read(App& app, const Request& request)
{
    const auto& me = actor_of(request).account;
    const auto id = path_id<ConversationId>(request, ":id");
    Reader body(request.body);
    const auto seq = body.integer("seq", 0, last_possible);
    body.finish();
    return app.db.transaction([&](Transaction& tx) {
        return ok(view(tx, me, conversations::mark_read_to(tx, me, id, seq)));
    });
}

} // namespace

std::vector<Route> conversation_routes()
{
    return {
        {"GET", "/v1/conversations", "list_conversations", Who::member, list_conversations},
        {"GET", "/v1/conversations/:id", "get_conversation", Who::member, get_conversation},
        {"GET", "/v1/conversations/:id/messages", "list_messages", Who::member, list_messages},
        {"POST", "/v1/conversations/:id/messages", "send_message", Who::member, send_message, true},
        {"PUT", "/v1/conversations/:id/read", "mark_conversation_read", Who::member,
         mark_conversation_read},
    };
}

} // namespace api::market
