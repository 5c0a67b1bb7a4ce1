#pragma once

#include <string_view>
#include <vector>

#include "domain/core/refused.hpp"
#include "domain/quotes/quote.hpp"

namespace domain::quotes {

/// Units a quote may count in (UN/ECE recommendation 20, EN 16931 BT-130).
std::vector<std::string_view> unit_codes();

/// French VAT rates, overseas departments included (BR-FR-16); which of them fits a case is
/// for the invoice gate to say.
bool is_vat_rate(BasisPoints rate);

/// Everything that is wrong with an offer made `today`; a provider that `charges_vat` not may
/// only quote at 0 %. Empty when it can be sent.
std::vector<FieldError> wrong_in(const Offer& offer, Day today, bool charges_vat);

} // namespace domain::quotes
