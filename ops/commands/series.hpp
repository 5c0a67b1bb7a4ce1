#pragma once

#include "ops/commands/damaged.hpp"
#include "ops/installation/installation.hpp"

namespace ops::commands {

struct AuditOptions {
    bool deep = false; // open and hash every record, XML and PDF
    bool json = false;
};

/// `entremise series audit`: recounts every series, prints a line for each and one for every fault,
/// or a JSON document with both. 0 when there is no fault. `found` gets the news about damaged
/// documents, to be kept if the installation is sound.
int series_audit(Installation& installation, const AuditOptions& options, FoundDamaged& found);

} // namespace ops::commands
