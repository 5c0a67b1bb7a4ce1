#include <memory>

#include "ops/command_line/command_line.hpp"
#include "ops/commands/series.hpp"

namespace ops {

void add_documents(CommandLine& line)
{
    auto* series = line.app.add_subcommand("series", "the numbering series of invoices");
    series->require_subcommand(1);
    auto* audit = series->add_subcommand("audit", "recount every series: gaps, duplicates, chain");
    const auto as_json = std::make_shared<bool>(false);
    audit->add_flag("--json", *as_json, "for programs");
    line.on(audit, [as_json](Installation& it) { return commands::series_audit(it, *as_json); });
}

} // namespace ops
