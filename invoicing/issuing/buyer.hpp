#pragma once

#include <string>
#include <vector>

#include "domain/core/refused.hpp"
#include "domain/payees/billing.hpp"
#include "domain/platform/platform.hpp"
#include "invoicing/issuing/complaints.hpp"

namespace invoicing::issuing {

/// What an invoice shows of whoever pays it (CGI ann. II 242 nonies A I-1° and 4°): the buyer's
/// half of missing_mentions(), with fields "`who`.siren".
void need_buyer(Complaints& complaints, const std::string& who, const Identity& buyer);

/// Why no invoice could be written to this client on `day`, whoever the provider: the buyer's
/// mentions, and a VAT case that is covered when a seller of the operator's kind and place sells.
/// By paths of the client's profile ("company.siret"), for whoever can mend them.
std::vector<domain::FieldError> wrong_in_buyer(const domain::payees::BillingIdentity& client,
                                               const domain::platform::Company& company,
                                               domain::Day day);

} // namespace invoicing::issuing
