#include "api/site/account/dealing.hpp"

#include <nlohmann/json.hpp>

#include "api/site/account/answers.hpp"
#include "api/site/frame/spelled.hpp"

namespace api::site::account {

using namespace domain;
using nlohmann::json;

namespace {

struct AmountView {
    Money amount = eur(0);
    void shown(frame::Dictionary& into) const { into.money("SUM", amount); }
};

frame::Href page_of(std::string_view pattern, const json& answer)
{
    return frame::Href::to(pattern, {{"id", answer.at("id").get_ref<const std::string&>()}});
}

frame::Sentence state_of(std::string_view kind, const json& answer)
{
    return {"account_dealing." + std::string(kind) + "_" + text_at(answer, "state")};
}

frame::Sentence of_day(std::string_view kind, const json& moment, Language language)
{
    return {"account_dealing." + std::string(kind),
            {{"day", frame::spelled(day_in_paris(moment_of(moment)), language)}}};
}

DealingView request_view(const json& request, Language language)
{
    return {.where = page_of("/requests/:id", request),
            .title = of_day("request", request.at("sent_at"), language),
            .state = state_of("request", request)};
}

DealingView quote_view(const json& quote, Language language)
{
    return {.where = page_of("/quotes/:id", quote),
            .title = of_day("quote", quote.at("sent_at"), language),
            .state = state_of("quote", quote),
            .amount = money_of(quote.at("gross"))};
}

DealingView one_order_view(const json& order, Language language)
{
    return {.where = page_of("/orders/:id", order),
            .title = of_day("order", order.at("accepted_at"), language),
            .state = state_of("order", order),
            .amount = money_of(order.at("gross"))};
}

/// With whom one talks; those who left have no name.
frame::Sentence with_whom(const json& conversation)
{
    std::string names;
    for (const auto& one : conversation.at("participants")) {
        const auto name = text_at(one, "display_name");
        if (one.at("is_me").get<bool>() || name.empty()) continue;
        names += (names.empty() ? "" : ", ") + name;
    }
    if (names.empty()) return {"account_dealing.conversation_nobody"};
    return {"account_dealing.conversation", {{"names", names}}};
}

DealingView conversation_view(const json& conversation, Language)
{
    return {.where = page_of("/conversations/:id", conversation),
            .title = with_whom(conversation),
            .state = {"account_dealing.conversation_state",
                      {{"count", conversation.at("unread").get<std::int64_t>()}}}};
}

DealingView review_view(const json& review, Language language)
{
    DealingView view{.where = page_of("/reviews/:id", review),
                     .title = of_day("review", review.at("published_at"), language),
                     .state = state_of("review", review)};
    view.words = text_at(review, "text");
    const auto& decision = review.at("decision");
    if (!decision.is_null()) view.words += "\n" + text_at(decision, "meaning");
    return view;
}

DealingView invoice_view(const json& invoice, Language)
{
    return {.where = page_of("/invoices/:id", invoice),
            .title = {"account_dealing.invoice", {{"number", text_at(invoice, "number")}}},
            .state = {"account_dealing.invoice_state"},
            .amount = money_of(invoice.at("gross"))};
}

} // namespace

void DealingView::shown(frame::Dictionary& into) const
{
    into.link("WHERE", where);
    into.sentence("TITLE", title);
    into.sentence("STATE", state);
    into.maybe("AMOUNT", amount ? std::optional(AmountView{*amount}) : std::nullopt);
    into.when("SAID", !words.empty());
    into.text("WORDS", words);
}

frame::Sentence Dealing::words(std::string_view ending) const
{
    return {"account_dealing." + std::string(plural) + std::string(ending)};
}

std::span<const Dealing> dealings()
{
    static constexpr std::array all = {
        Dealing{"/requests",
                "list_requests",
                "show_request",
                "requests",
                {Variant{"as", "client"}, Variant{"as", "provider"}},
                request_view},
        Dealing{"/quotes", "list_quotes", "show_quote", "quotes", {}, quote_view},
        Dealing{"/orders", "list_orders", "show_order", "orders", {}, one_order_view},
        Dealing{"/conversations",
                "list_conversations",
                "get_conversation",
                "conversations",
                {},
                conversation_view},
        Dealing{"/reviews",
                "list_my_reviews",
                "",
                "reviews",
                {Variant{"role", "given"}, Variant{"role", "received"}},
                review_view},
        Dealing{"/invoices", "list_invoices", "show_invoice", "invoices", {}, invoice_view}};
    return all;
}

} // namespace api::site::account
