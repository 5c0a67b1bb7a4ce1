#pragma once

#include "ops/installation/installation.hpp"

namespace ops::commands {

struct AuditOptions {
    bool deep = false; // open and hash every record, XML and PDF
    bool json = false;
};

/// `entremise series audit`: recounts every series, prints a line for each and one for every fault,
/// or a JSON document with both. 0 when there is no fault.
int series_audit(Installation& installation, const AuditOptions& options);

} // namespace ops::commands
