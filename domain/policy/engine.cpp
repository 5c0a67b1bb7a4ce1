#include "domain/policy/engine.hpp"

#include "domain/core/check.hpp"

namespace domain::policy {

namespace {

std::optional<Instant> end_of(const Rule& rule, const Started& started)
{
    if (const auto* instant = std::get_if<Instant>(&started)) return end_of(rule.period, *instant);
    if (const auto* day = std::get_if<Day>(&started)) return end_of(rule.period, *day);
    return {};
}

} // namespace

Decision decide(const Rule& rule, const Record& record, Instant now)
{
    check(rule.id == record.rule, "a record is decided by its own rule");
    const auto due_at = end_of(rule, record.started);
    if (!due_at) return {Verdict::running};
    if (now < *due_at) return {Verdict::kept, due_at};
    return {record.hold.empty() ? Verdict::due : Verdict::held, due_at};
}

} // namespace domain::policy
