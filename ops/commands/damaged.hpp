#pragma once

#include <vector>

#include "invoicing/issuing/finding.hpp"
#include "ops/installation/installation.hpp"

namespace ops::commands {

/// What an audit found news about, some documents at a time.
using FoundDamaged = std::vector<invoicing::issuing::Findings>;

/// Keeps what was found, for `/readyz`, `/metrics` and list_damaged().
void keep(Installation& installation, const FoundDamaged& found);

/// `entremise series damaged`: a line for each damage that is kept, or a JSON document. 0 when
/// nothing of any document is kept from whoever may read it.
int list_damaged(Installation& installation, bool as_json);

} // namespace ops::commands
