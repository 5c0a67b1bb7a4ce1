#pragma once

#include <nlohmann/json_fwd.hpp>

#include "domain/quotes/quote.hpp"

namespace api {
class Reader;
}

namespace api::market {

/// Reads an offer as a provider writes it; quantities, prices and rates are decimal texts,
/// never floating point. Rules beyond the form are domain/quotes/offer_rules.
domain::quotes::Offer read_offer(Reader& read);

/// Lines, exact totals per VAT rate, dates and terms.
nlohmann::json offer_view(const domain::quotes::Offer& offer);

} // namespace api::market
