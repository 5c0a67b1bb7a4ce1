#pragma once

#include "ops/installation/installation.hpp"

namespace ops::commands {

/// `entremise series audit`: recounts every series of invoices and prints one line each, or a
/// JSON document. 0 when there is no gap, no duplicate, no broken order, chain or counter.
int series_audit(Installation& installation, bool as_json);

} // namespace ops::commands
