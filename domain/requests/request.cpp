#include "domain/requests/request.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "domain/core/check.hpp"
#include "domain/core/refused.hpp"

namespace domain::requests {

using nlohmann::json;

const Recipient* Request::recipient(const AccountId& provider) const
{
    const auto found = std::ranges::find(recipients, provider, &Recipient::provider);
    return found == recipients.end() ? nullptr : &*found;
}

bool Request::is_last_recipient(const AccountId& provider) const
{
    return std::ranges::all_of(recipients, [&](const Recipient& recipient) {
        return recipient.provider == provider || recipient.refused_at.has_value();
    });
}

Request advanced(Request request, Action action, Party by)
{
    const auto to = lifecycle.next(request.state, action, by);
    if (!to) {
        const auto state = std::string(name(request.state));
        throw Refused(Refusal::action_unavailable,
                      {"Cette demande ne le permet plus (état : " + state + ").",
                       "This request no longer allows it (state: " + state + ")."});
    }
    request.state = *to;
    return request;
}

std::string written(const Need& need)
{
    json record = {{"text", need.text}};
    if (need.budget) record["budget_minor"] = need.budget->minor();
    if (need.wanted_by) record["wanted_by"] = to_text(*need.wanted_by);
    if (need.service) record["service"] = need.service->text();
    return record.dump();
}

Need need_in(std::string_view text)
{
    const auto record = json::parse(text);
    Need need{record.at("text").get<std::string>()};
    if (record.contains("budget_minor"))
        need.budget = eur(record.at("budget_minor").get<std::int64_t>());
    if (record.contains("wanted_by"))
        need.wanted_by = parse_day(record.at("wanted_by").get<std::string>());
    if (record.contains("service"))
        need.service = ServiceId::parse(record.at("service").get<std::string>());
    return need;
}

} // namespace domain::requests
