#include "api/site/account/kept_words.hpp"

#include <cstdint>

namespace api::site::account {

using namespace domain;

namespace {

constexpr int months_of_year = 12;

} // namespace

frame::Sentence kept_thing(std::string_view rule)
{
    return {"account_kept.rule_" + std::string(rule)};
}

std::vector<frame::Sentence> in_words(policy::Period period)
{
    const std::pair<const char*, int> units[] = {{"years", period.months / months_of_year},
                                                 {"months", period.months % months_of_year},
                                                 {"days", period.days},
                                                 {"hours", period.hours}};
    std::vector<frame::Sentence> words;
    for (const auto& [unit, count] : units) {
        if (count == 0) continue;
        words.push_back({"account_kept." + std::string(unit), {{"count", std::int64_t{count}}}});
    }
    if (words.empty()) words.push_back({"account_kept.nothing"});
    return words;
}

frame::Sentence in_words(policy::Start start)
{
    return {"account_kept.start_" + std::string(policy::name(start))};
}

frame::Sentence in_words(policy::Action action)
{
    return {"account_kept.then_" + std::string(policy::name(action))};
}

} // namespace api::site::account
