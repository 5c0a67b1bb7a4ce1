#include "api/site/account/answers.hpp"

#include <nlohmann/json.hpp>

#include "domain/core/check.hpp"

namespace api::site::account {

using namespace domain;
using nlohmann::json;

std::string text_at(const json& answer, std::string_view member)
{
    const auto found = answer.find(member);
    return found != answer.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Instant moment_of(const json& text)
{
    const auto moment = parse_instant(text.get<std::string>());
    check(moment.has_value(), "operations write moments as they read them");
    return *moment;
}

Day day_of(const json& text)
{
    const auto day = parse_day(text.get<std::string>());
    check(day.has_value(), "operations write days as they read them");
    return *day;
}

Money money_of(const json& view)
{
    const auto currency = parse_currency(view.at("currency").get<std::string>());
    check(currency.has_value(), "operations write currencies as they read them");
    return {view.at("amount").get<std::int64_t>(), *currency};
}

} // namespace api::site::account
