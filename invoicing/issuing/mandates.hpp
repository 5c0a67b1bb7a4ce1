#pragma once

#include <optional>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"
#include "invoicing/model/invoice.hpp"

namespace invoicing::issuing {

/// The invoicing mandate that `provider` had accepted by the end of `day`: the latest version
/// then, whatever was accepted since. Nothing when there was none (BOI-TVA-DECLA-30-20-10-30:
/// a mandate is prior to what is invoiced under it).
std::optional<Mandate> mandate_of(domain::Transaction& tx, const domain::AccountId& provider,
                                  domain::Day day);

} // namespace invoicing::issuing
