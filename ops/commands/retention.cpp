#include "ops/commands/retention.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <stdexcept>

#include "jobs/retention.hpp"
#include "ops/assets/register.hpp"
#include "ops/installation/obedience.hpp"

namespace ops::commands {

using namespace domain;
using nlohmann::json;

namespace {

Instant moment(const jobs::Context& context, const std::optional<std::string>& as_of)
{
    if (!as_of) return context.db.now();
    if (const auto day = parse_day(*as_of)) return start_of_day_in_paris(*day);
    if (const auto instant = parse_instant(*as_of)) return *instant;
    throw std::runtime_error("--as-of wants a day (2037-01-01) or a moment (RFC 3339), not " +
                             *as_of);
}

json view(const forgetting::PlanLine& line)
{
    return {{"rule", line.rule->id},
            {"action", policy::name(line.rule->action)},
            {"what", line.what},
            {"count", line.count},
            {"starts", policy::name(line.rule->starts)},
            {"keep", policy::to_text(line.rule->period)},
            {"source", line.rule->source.en},
            {"floor", line.rule->floor.en},
            {"hold", line.hold}};
}

json view(const forgetting::Plan& plan)
{
    json body{{"as_of", to_text(plan.as_of)}, {"total", plan.total()}};
    body["due"] = json::array();
    for (const auto& line : plan.due)
        body["due"].push_back(view(line));
    body["held"] = json::array();
    for (const auto& line : plan.held)
        body["held"].push_back(view(line));
    return body;
}

std::string sentence(const forgetting::PlanLine& line)
{
    const auto& rule = *line.rule;
    auto text =
        fmt::format("{:>8}  {:<13} {}  [{}, {} after {}]", line.count, policy::name(rule.action),
                    line.what, rule.id, policy::to_text(rule.period), policy::name(rule.starts));
    text += "\n            because: " + rule.source.en;
    if (!rule.floor.en.empty()) text += "\n            law: " + rule.floor.en;
    if (!line.hold.empty()) text += "\n            held: " + line.hold;
    return text;
}

void print(const forgetting::Plan& plan, std::string_view verb, Output output, std::ostream& out)
{
    if (output == Output::json) {
        out << view(plan).dump(2) << "\n";
        return;
    }
    const auto total = plan.total();
    out << fmt::format("As of {}, {} {}{}\n", to_text(plan.as_of),
                       total == 0 ? "nothing" : std::to_string(total), verb,
                       total == 0 ? "." : ":");
    for (const auto& line : plan.due)
        out << sentence(line) << "\n";
    if (!plan.held.empty()) out << "Not yet, whatever the day:\n";
    for (const auto& line : plan.held)
        out << sentence(line) << "\n";
}

} // namespace

int retention_plan(jobs::Context& context, const std::optional<std::string>& as_of, Output output,
                   std::ostream& out)
{
    print(jobs::plan_retention(context, moment(context, as_of)), "would end", output, out);
    return 0;
}

int retention_run(jobs::Context& context, const std::optional<std::string>& as_of, Output output,
                  std::ostream& out)
{
    print(jobs::run_retention(context, moment(context, as_of)), "ended", output, out);
    return 0;
}

int retention_replay(jobs::Context& context, Output output, std::ostream& out)
{
    const auto returned = jobs::replay_retention(context);
    if (output == Output::json) {
        out << json{{"erased_again", returned.counts}}.dump(2) << "\n";
        return 0;
    }
    for (const auto& [what, count] : returned.counts)
        out << fmt::format("{:>8}  {}  erased again\n", count, what);
    if (returned.is_nobody()) out << "Nobody who was erased is in the data.\n";
    return 0;
}

int register_check(jobs::Context& context, Output output, std::ostream& out)
{
    auto faults = register_faults(context.db, context.vault);
    for (auto& fault : disobeyed({context.platform, context.policy}))
        faults.push_back(std::move(fault));
    const auto entries = known_register().entries().size();
    if (output == Output::json) {
        out << json{{"entries", entries}, {"faults", faults}}.dump(2) << "\n";
    } else {
        for (const auto& fault : faults)
            out << fault << "\n";
        out << fmt::format("{} entries, {} faults\n", entries, faults.size());
    }
    return faults.empty() ? 0 : 1;
}

} // namespace ops::commands
