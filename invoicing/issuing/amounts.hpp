#pragma once

#include <string>
#include <vector>

#include "invoicing/issuing/issue_order.hpp"

namespace invoicing::issuing {

struct Priced {
    std::vector<Line> lines;
    std::vector<Allowance> allowances; // when something was given back
    std::vector<VatTotal> vat;         // by rate, highest first
    Totals totals;                     // paid in full: due is zero
};

/// The largest quantity a line may have: its price per unit, six decimals at most, then
/// still multiplies back to the line's amount when prices include VAT.
inline constexpr domain::Quantity quantity_max{9'999 * 10'000LL};

/// EN 16931 arithmetic in whole cents. Net prices: line = half-up(quantity × price), VAT per
/// rate = half-up(rate × sum of the rate's lines). Gross prices: the base is derived once per
/// rate from the agreed gross sum and spread over the lines, the rest is VAT, and the gross
/// stays what was agreed.
Priced priced(const std::vector<QuoteLine>& lines, PricesAre prices_are,
              const law::VatTreatment& treatment, const std::string& description);

/// The same after `given_back` of the gross total went back to the client: spread over the
/// rates by their gross sums, each an allowance without VAT, so that the new gross total is
/// exactly what was kept.
Priced reduced(Priced priced, domain::Money given_back, const std::string& reason);

} // namespace invoicing::issuing
