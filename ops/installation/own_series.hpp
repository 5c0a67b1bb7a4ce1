#pragma once

#include "ops/installation/installation.hpp"

namespace ops {

/// Throws std::runtime_error when the operator's own invoices cannot be numbered under the prefix
/// of the configuration (invoicing::issuing::wrong_prefix).
void require_own_series(Installation& installation);

} // namespace ops
