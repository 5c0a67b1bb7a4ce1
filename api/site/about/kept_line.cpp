#include "api/site/about/kept_line.hpp"

namespace api::site::about {

using namespace domain;

namespace {

frame::Sentence words_of(std::string_view kind, const std::string& name)
{
    if (name.empty()) return {};
    return {"about_privacy." + std::string(kind) + name};
}

std::vector<PeriodPart> parts_of(const policy::Period& period)
{
    constexpr int year = 12; // months
    const PeriodPart all[] = {{"years", period.months / year},
                              {"months", period.months % year},
                              {"days", period.days},
                              {"hours", period.hours}};
    std::vector<PeriodPart> parts;
    for (const auto& part : all) {
        if (part.count > 0) parts.push_back(part);
    }
    return parts;
}

} // namespace

void PeriodPart::shown(frame::Dictionary& into) const
{
    auto sentence = words_of("", unit);
    if (!unit.empty()) sentence.arguments = {{"count", count}};
    into.sentence("PART", sentence);
}

void KeptLine::shown(frame::Dictionary& into) const
{
    into.sentence("WHAT", words_of("rule_", rule));
    into.each("PERIOD", period);
    into.when("AT_ONCE", period.empty());
    into.sentence("SINCE", words_of("from_", start));
    into.sentence("THEN", words_of("then_", action));
    into.say("LAW", law);
}

std::vector<KeptLine> kept_lines(const policy::Retention& retention)
{
    std::vector<KeptLine> lines;
    for (const auto& rule : retention.rules()) {
        if (rule.declared) continue;
        lines.push_back({rule.id, std::string(name(rule.starts)), std::string(name(rule.action)),
                         parts_of(rule.period), rule.floor});
    }
    return lines;
}

} // namespace api::site::about
