#include <memory>

#include "ops/command_line/command_line.hpp"
#include "ops/commands/damaged.hpp"
#include "ops/commands/series.hpp"
#include "ops/commands/signing_keys.hpp"

namespace ops {

namespace {

void add_series(CommandLine& line)
{
    auto* series = line.app.add_subcommand("series", "the numbering series of invoices");
    series->require_subcommand(1);
    auto* audit = series->add_subcommand(
        "audit", "recount every series and name every fault: numbers, chain, rows, keys, heads");
    const auto options = std::make_shared<commands::AuditOptions>();
    audit->add_flag("--deep", options->deep, "open and hash every record, XML and PDF as well");
    audit->add_flag("--json", options->json, "for programs");
    const auto found = std::make_shared<commands::FoundDamaged>();
    line.on_doubtful(
        audit,
        [options, found](Installation& it) { return commands::series_audit(it, *options, *found); },
        [found](Installation& it) { commands::keep(it, *found); });

    auto* damaged = series->add_subcommand(
        "damaged", "what readers found damaged: cannot be given, or was made again in seven days");
    const auto as_json = std::make_shared<bool>(false);
    damaged->add_flag("--json", *as_json, "for programs");
    line.on(damaged, [as_json](Installation& it) { return commands::list_damaged(it, *as_json); });
}

void add_signing_key(CommandLine& line)
{
    auto* key = line.app.add_subcommand("signing-key", "what heads of series are signed with");
    key->require_subcommand(1);
    const auto as_json = std::make_shared<bool>(false);

    auto* list = key->add_subcommand("list", "every key there was; the last is in use");
    list->add_flag("--json", *as_json, "for programs");
    line.on(list,
            [as_json](Installation& it) { return commands::list_signing_keys(it, *as_json); });

    auto* rotate = key->add_subcommand(
        "rotate", "make another, signed by the one in use, whose secret is destroyed");
    rotate->add_flag("--json", *as_json, "for programs");
    line.on(rotate,
            [as_json](Installation& it) { return commands::rotate_signing_key(it, *as_json); });
}

} // namespace

void add_documents(CommandLine& line)
{
    add_series(line);
    add_signing_key(line);
}

} // namespace ops
