#include "ops/commands/retention.hpp"

#include <iostream>
#include <memory>

#include "jobs/context.hpp"
#include "ops/command_line/command_line.hpp"
#include "ops/installation/obedience.hpp"

namespace ops {

namespace {

using commands::Output;
using Command = int (*)(jobs::Context&, const std::optional<std::string>&, Output, std::ostream&);

jobs::Context context_of(Installation& it)
{
    return {.db = it.db, .vault = it.vault, .platform = it.config.platform, .policy = it.policy};
}

void add_run(CommandLine& line, CLI::App* command, Command carry_out)
{
    const auto as_of = std::make_shared<std::string>();
    const auto as_json = std::make_shared<bool>(false);
    command->add_option("--as-of", *as_of, "a day (2037-01-01) or a moment (RFC 3339); now");
    command->add_flag("--json", *as_json, "for programs");
    line.on(command, [=](Installation& it) {
        auto context = context_of(it);
        require_obeyed(it.marketplace());
        return carry_out(context, as_of->empty() ? std::nullopt : std::optional(*as_of),
                         *as_json ? Output::json : Output::text, std::cout);
    });
}

} // namespace

void add_retention(CommandLine& line)
{
    auto* retention = line.app.add_subcommand("retention", "what is kept how long");
    retention->require_subcommand(1);
    add_run(line, retention->add_subcommand("plan", "what would end: how many, by which rule, why"),
            commands::retention_plan);
    add_run(line, retention->add_subcommand("run", "end exactly that"), commands::retention_run);

    auto* replay = retention->add_subcommand(
        "replay", "erase again what was erased, after older data were put back");
    const auto replay_as_json = std::make_shared<bool>(false);
    replay->add_flag("--json", *replay_as_json, "for programs");
    line.on_older_data(replay, [replay_as_json](Installation& it) {
        auto context = context_of(it);
        require_obeyed(it.marketplace());
        return commands::retention_replay(context, *replay_as_json ? Output::json : Output::text,
                                          std::cout);
    });

    auto* privacy = line.app.add_subcommand("privacy", "what is held of people");
    privacy->require_subcommand(1);
    auto* known = privacy->add_subcommand("register", "the register of personal data");
    known->require_subcommand(1);
    auto* check = known->add_subcommand("check", "compare it with policy and live schemas");
    const auto as_json = std::make_shared<bool>(false);
    check->add_flag("--json", *as_json, "for programs");
    line.on(check, [as_json](Installation& it) {
        auto context = context_of(it);
        return commands::register_check(context, *as_json ? Output::json : Output::text, std::cout);
    });
}

} // namespace ops
