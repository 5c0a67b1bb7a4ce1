#pragma once

#include <vector>

#include "invoicing/issuing/issue_order.hpp"

namespace invoicing::issuing {

/// Every reason why the two invoices of this order could not be issued on `day`, all at
/// once: a mandatory mention that is missing (CGI ann. II 242 nonies A, C. com. L441-9), a VAT
/// case that is not covered, a rate that is not allowed, an amount that differs from what was
/// agreed, a character that no embedded font can print. Empty when both can be issued.
/// Run dry when a quote is accepted (dates that are not known yet: pass the expected ones) and
/// before money is released; issue_for_order() runs it again.
std::vector<domain::FieldError> missing_mentions(const IssueOrder& order, domain::Day day);

} // namespace invoicing::issuing
