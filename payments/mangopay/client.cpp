#include "payments/mangopay/client.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "payments/mangopay/answers.hpp"
#include "payments/mangopay/requests.hpp"

namespace payments::mangopay {

using nlohmann::json;

namespace {

constexpr int page_size = 100; // Mangopay's largest
constexpr int pages_max = 10;  // of a listing searched for one of our own objects

[[noreturn]] void no_answer(const HttpAnswer& answer, const std::string& path)
{
    throw NoAnswer(path + ": " +
                   (answer.status == 0 ? answer.trouble : "HTTP " + std::to_string(answer.status)));
}

json parsed(const HttpAnswer& answer, const std::string& path)
{
    auto body = json::parse(answer.body, nullptr, false);
    if (answer.status != 200 || body.is_discarded()) no_answer(answer, path);
    return body;
}

std::string page_of(const std::string& path, int number)
{
    return path + (path.find('?') == path.npos ? "?" : "&") + "page=" + std::to_string(number) +
           "&per_page=" + std::to_string(page_size) + "&Sort=CreationDate:DESC";
}

std::string tag_of(const Command& command)
{
    return std::visit([](const auto& one) { return one.tag; }, command);
}

bool is_object(const json& item)
{
    return item.is_object();
}

bool flag_of(const json& object, const char* member)
{
    const auto found = object.find(member);
    return found != object.end() && found->is_boolean() && found->get<bool>();
}

} // namespace

Client::Client(Options options, Http http, domain::Clock clock)
    : options_(std::move(options)),
      session_(options_.credentials, std::move(http), std::move(clock))
{
}

void Client::renew(Credentials credentials, Http http)
{
    session_.renew(std::move(credentials), std::move(http));
}

Outcome Client::send(const Command& command, const std::string& key)
{
    const auto kind = kind_of(command);
    const auto posting = posting_of(command, options_.declare_beneficiaries);
    const auto answer = session_.call("POST", posting.path, posting.body, key);
    if (answer.status != 409) return outcome_of(kind, answer);
    // Sent before, and only the answer got lost on the way.
    auto before = kept(kind, key);
    return before ? std::move(*before) : Outcome(Unreachable{"still being answered"});
}

std::optional<Outcome> Client::kept(Kind kind, const std::string& key)
{
    const auto path = "/responses/" + key;
    const auto answer = session_.call("GET", path);
    if (answer.status == 404) return {};
    const auto envelope = json::parse(answer.body, nullptr, false);
    if (answer.status != 200 || !envelope.is_object()) {
        return Unreachable{"responses: HTTP " + std::to_string(answer.status)};
    }
    const auto status = text_of(envelope, "StatusCode");
    int code = 0;
    std::from_chars(status.data(), status.data() + status.size(), code);
    if (is_no_verdict(code)) return KeptFailure{code};
    const auto resource = envelope.find("Resource");
    if (code == 0 || resource == envelope.end()) return Unreachable{"responses: unreadable"};
    return outcome_of(kind, HttpAnswer{code, resource->dump(), {}});
}

Outcome Client::read(Kind kind, const ResourceId& id)
{
    auto outcome = outcome_of(kind, session_.call("GET", path_of(kind, id)));
    const bool is_it = std::visit(
        [&]<typename Answered>(const Answered& answered) {
            if constexpr (requires { answered.resource; }) return answered.resource.id == id;
            return true;
        },
        outcome);
    return is_it ? std::move(outcome) : Outcome(Unreachable{"another object than asked for"});
}

std::optional<Outcome> Client::find(const Command& command)
{
    const auto listing = listing_of(command);
    const auto tag = tag_of(command);
    const auto is_ours = [&](const json& item) {
        return item.is_object() && text_of(item, "Tag") == tag;
    };
    bool all_readable = true;
    for (int number = 1; number <= pages_max; ++number) {
        const auto answer = session_.call("GET", page_of(listing, number));
        const auto items = json::parse(answer.body, nullptr, false);
        if (answer.status != 200 || !items.is_array()) {
            return Unreachable{listing + ": HTTP " + std::to_string(answer.status)};
        }
        const auto ours = std::find_if(items.begin(), items.end(), is_ours);
        if (ours != items.end()) return outcome_of(kind_of(command), resource_of(*ours));
        all_readable = all_readable && std::all_of(items.begin(), items.end(), is_object);
        if (items.size() < page_size && all_readable) return {};
        if (items.size() < page_size) break;
    }
    return Unreachable{listing + ": not read to its end"};
}

std::optional<json> Client::object_at(const std::string& path, const std::string& id)
{
    const auto answer = session_.call("GET", path);
    if (answer.status == 404) return {};
    auto body = parsed(answer, path);
    if (!body.is_object() || text_of(body, "Id") != id) no_answer(answer, path);
    return body;
}

std::vector<json> Client::listed(const std::function<std::string(int page)>& page_of)
{
    std::vector<json> all;
    for (int number = 1; number <= pages_max; ++number) {
        const auto path = page_of(number);
        const auto answer = session_.call("GET", path);
        const auto items = parsed(answer, path);
        const bool is_list = items.is_array() && std::all_of(items.begin(), items.end(), is_object);
        if (!is_list) no_answer(answer, path);
        all.insert(all.end(), items.begin(), items.end());
        if (items.size() < page_size) break;
    }
    return all;
}

std::optional<UserState> Client::user(const UserId& id)
{
    const auto body = object_at("/sca/users/" + id.text(), id.text());
    if (!body) return {};
    return UserState{UserId(text_of(*body, "Id")), user_status(text_of(*body, "UserStatus")),
                     kyc_level(text_of(*body, "KYCLevel")),
                     text_of(*body, "PersonType") == "LEGAL"};
}

Outcome Client::update_user(const UserId& id, const NewUser& now)
{
    const auto found = user(id);
    if (!found) return Rejected{404, "resource_not_found", "Mangopay knows no such user"};
    const auto putting = putting_of(id, now, found->is_legal);
    const auto answer = session_.call("PUT", putting.path, putting.body);
    return outcome_of(Kind::user, answer);
}

void Client::close_user(const UserId& id)
{
    const auto found = user(id);
    if (!found || found->status == UserStatus::closed) return;
    const auto path = (found->is_legal ? "/users/legal/" : "/users/natural/") + id.text();
    const auto answer = session_.call("DELETE", path);
    if (answer.status != 200 && answer.status != 204) no_answer(answer, path);
}

Blocking Client::blocking(const UserId& id)
{
    const auto path = "/users/" + id.text() + "/regulatory";
    const auto answer = session_.call("GET", path);
    const auto body = parsed(answer, path);
    // Silence is not "not blocked".
    const auto scope = body.is_object() ? body.value("ScopeBlocked", json()) : json();
    if (!scope.is_object()) no_answer(answer, path);
    const auto known = body.value("KycInformation", json());
    return {flag_of(scope, "Inflows"), flag_of(scope, "Outflows"), text_of(body, "ActionCode"),
            known.is_object() ? domain::parse_day(text_of(known, "KycRenewalDeadline"))
                              : std::nullopt};
}

std::optional<VerificationState> Client::verification(const VerificationId& id)
{
    const auto body = object_at("/identity-verifications/" + id.text(), id.text());
    if (!body) return {};
    VerificationState state{VerificationId(text_of(*body, "Id")),
                            UserId(text_of(*body, "UserId")),
                            verification_status(text_of(*body, "Status")),
                            {}};
    const auto checks = body->value("Checks", json::array());
    for (const auto& check : checks) {
        const auto reasons = check.is_object() ? check.value("Reasons", json()) : json();
        for (const auto& reason : reasons.is_array() ? reasons : json::array()) {
            auto type = reason.is_object() ? text_of(reason, "Type") : std::string();
            if (!type.empty()) state.reasons.push_back(std::move(type));
        }
    }
    return state;
}

std::optional<RecipientState> Client::recipient(const RecipientId& id)
{
    const auto body = object_at("/recipients/" + id.text(), id.text());
    if (!body) return {};
    return RecipientState{RecipientId(text_of(*body, "Id")), UserId(text_of(*body, "UserId")),
                          recipient_status(text_of(*body, "Status")), text_of(*body, "Tag")};
}

std::optional<WalletBalance> Client::balance(const WalletId& id)
{
    // The client's own wallets are named FEES_EUR and CREDIT_EUR and live elsewhere.
    const auto& name = id.text();
    const bool of_client = name.ends_with("_EUR");
    const auto path = of_client ? "/clients/wallets/" + name.substr(0, name.find('_')) + "/EUR"
                                : "/wallets/" + name;
    const auto answer = session_.call("GET", path);
    if (answer.status == 404) return {};
    if (asks_for_authentication(answer)) return Gated{};
    const auto body = parsed(answer, path);
    const auto balance = body.is_object() ? body.value("Balance", json::object()) : json();
    const auto amount = balance.is_object() ? balance.value("Amount", json()) : json();
    if (!amount.is_number_integer()) no_answer(answer, path);
    return domain::eur(amount.get<std::int64_t>());
}

std::string Client::enrolment_link(const UserId& id)
{
    const auto path = "/sca/users/" + id.text() + "/enrollment";
    const auto answer = session_.call("POST", path);
    const auto body = parsed(answer, path);
    auto url = resource_of(body).redirect_url;
    if (url.empty()) no_answer(answer, path);
    return url;
}

std::vector<HookState> Client::hooks()
{
    std::vector<HookState> all;
    for (const auto& item : listed([](int page) { return page_of("/hooks", page); })) {
        all.push_back({HookId(text_of(item, "Id")), text_of(item, "EventType"),
                       text_of(item, "Url"), text_of(item, "Status") == "ENABLED",
                       text_of(item, "Validity") == "VALID"});
    }
    return all;
}

void Client::create_hook(const std::string& event_type, const std::string& url)
{
    const auto body = json{{"EventType", event_type}, {"Url", url}}.dump();
    parsed(session_.call("POST", "/hooks", body), "/hooks");
}

void Client::repair_hook(const HookId& id, const std::string& url)
{
    const auto body = json{{"Url", url}, {"Status", "ENABLED"}, {"Validity", "VALID"}}.dump();
    parsed(session_.call("PUT", "/hooks/" + id.text(), body), "/hooks");
}

std::vector<HookEvent> Client::events(const std::string& event_type, domain::Instant after)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(after.time_since_epoch());
    const auto filter = "/events?EventType=" + event_type +
                        "&AfterDate=" + std::to_string(seconds.count()) +
                        "&Sort=Date:ASC&per_page=" + std::to_string(page_size);
    const auto page = [&](int number) { return filter + "&page=" + std::to_string(number); };
    std::vector<HookEvent> all;
    for (const auto& item : listed(page)) {
        const auto date = item.value("Date", json(0));
        all.push_back({text_of(item, "EventType"), ResourceId(text_of(item, "ResourceId")),
                       date.is_number() ? date.get<std::int64_t>() : 0});
    }
    return all;
}

} // namespace payments::mangopay
