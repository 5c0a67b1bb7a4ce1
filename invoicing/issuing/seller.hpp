#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/core/refused.hpp"
#include "domain/payees/billing.hpp"
#include "domain/platform/platform.hpp"
#include "invoicing/issuing/complaints.hpp"

namespace invoicing::issuing {

/// What every French seller shows (CGI ann. II 242 nonies A, C. com. R123-237 and R123-238): the
/// seller's half of missing_mentions(), with fields "`who`.siren". What the legal form demands is
/// the form's to say; a VAT number is needed by whoever charges VAT.
void need_seller(Complaints& complaints, const std::string& who, const Identity& seller,
                 std::optional<law::Regime> regime);

/// Why no invoice could be written in the name of this provider on `day`, whoever the client: the
/// seller's mentions, and a VAT case that is covered for a client at home. By paths of the
/// provider's profile ("company.siret"), for whoever can mend them.
std::vector<domain::FieldError> wrong_in_seller(const domain::payees::BillingIdentity& provider,
                                                domain::Day day);

/// The same of the operator, by keys of [company] ("rcs_city"): whoever cannot mend it is never
/// told.
std::vector<domain::FieldError> wrong_in_operator(const domain::platform::Company& company);

} // namespace invoicing::issuing
