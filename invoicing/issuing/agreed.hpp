#pragma once

#include <optional>

#include "domain/orders/evidence.hpp"
#include "domain/platform/platform.hpp"
#include "invoicing/issuing/issue_order.hpp"

namespace invoicing::issuing {

/// The operator, who sells what the commission pays for.
Identity identity_of(const domain::platform::Company& company);

/// A party in invoicing's words; whoever sells is taxable.
Identity identity_of(const domain::payees::BillingIdentity& party, bool is_seller);

/// What was agreed, in invoicing's words: parties, lines, VAT, commission and mandate out of
/// the order's frozen evidence. Days that are not known yet are the ones of `day`.
IssueOrder agreed_order(const domain::orders::Evidence& evidence,
                        const std::optional<Mandate>& mandate, const domain::Platform& platform,
                        domain::Day day);

} // namespace invoicing::issuing
