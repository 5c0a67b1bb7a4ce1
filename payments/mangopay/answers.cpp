#include "payments/mangopay/answers.hpp"

#include <nlohmann/json.hpp>

namespace payments::mangopay {

using nlohmann::json;

namespace {

std::optional<domain::Money> money_of(const json& object, const char* member)
{
    const auto found = object.find(member);
    if (found == object.end() || !found->is_object()) return {};
    const auto amount = found->find("Amount");
    const auto currency = domain::parse_currency(text_of(*found, "Currency"));
    if (amount == found->end() || !amount->is_number_integer() || !currency) return {};
    return domain::Money(amount->get<std::int64_t>(), *currency);
}

std::string redirect_of(const json& object)
{
    for (const auto* member : {"RedirectURL", "HostedUrl", "SecureModeRedirectURL"}) {
        auto url = text_of(object, member);
        if (!url.empty()) return url;
    }
    const auto action = object.find("PendingUserAction");
    if (action == object.end() || !action->is_object()) return {};
    return text_of(*action, "RedirectUrl");
}

void read_fields(Rejected& rejected, const json& body)
{
    for (const auto* member : {"errors", "Errors"}) {
        const auto found = body.find(member);
        if (found == body.end() || !found->is_object()) continue;
        for (const auto& [field, message] : found->items()) {
            rejected.fields.emplace_back(field, message.is_string() ? message.get<std::string>()
                                                                    : message.dump());
        }
    }
}

} // namespace

std::string text_of(const json& object, const char* member)
{
    const auto found = object.find(member);
    if (found == object.end() || !found->is_string()) return {};
    return found->get<std::string>();
}

Resource resource_of(const json& object)
{
    Resource resource;
    resource.id = ResourceId(text_of(object, "Id"));
    resource.tag = text_of(object, "Tag");
    resource.state = text_of(object, "Status");
    resource.result_code = text_of(object, "ResultCode");
    resource.debited = money_of(object, "DebitedFunds");
    resource.fees = money_of(object, "Fees");
    resource.redirect_url = redirect_of(object);
    resource.initial_id = ResourceId(text_of(object, "InitialTransactionId"));
    return resource;
}

Outcome outcome_of(Kind kind, const Resource& resource)
{
    if (!moves_money(kind)) return Succeeded{resource};
    if (resource.state == "SUCCEEDED") return Succeeded{resource};
    if (resource.state == "FAILED") return Declined{resource};
    if (resource.state == "CREATED") return Pending{resource};
    // A state that did not exist when this was written decides nothing.
    return Unreachable{"unknown status " + resource.state};
}

Rejected refusal_of(int status, const std::string& body)
{
    Rejected rejected{status, {}, {}};
    const auto parsed = json::parse(body, nullptr, false);
    if (!parsed.is_object()) {
        rejected.message = "no readable body";
        return rejected;
    }
    for (const auto* member : {"Type", "type", "error"}) {
        if (rejected.type.empty()) rejected.type = text_of(parsed, member);
    }
    for (const auto* member : {"Message", "title", "error_description"}) {
        if (rejected.message.empty()) rejected.message = text_of(parsed, member);
    }
    read_fields(rejected, parsed);
    return rejected;
}

bool is_no_verdict(int status)
{
    return status >= 500 || status == 429 || status == 408 || status == 401 || status == 409;
}

Outcome outcome_of(Kind kind, const HttpAnswer& answer)
{
    if (answer.status == 0 && !answer.sent) return NotSent{answer.trouble};
    if (answer.status == 0) return Unreachable{answer.trouble};
    if (is_no_verdict(answer.status)) return Unreachable{"HTTP " + std::to_string(answer.status)};
    if (answer.status >= 400) return refusal_of(answer.status, answer.body);
    const auto object = json::parse(answer.body, nullptr, false);
    if (answer.status >= 300 || !object.is_object() || text_of(object, "Id").empty()) {
        return Unreachable{"HTTP " + std::to_string(answer.status) + " without an object"};
    }
    return outcome_of(kind, resource_of(object));
}

} // namespace payments::mangopay
