#pragma once

#include <string>
#include <vector>

#include "domain/core/country.hpp"
#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/core/money.hpp"
#include "domain/quotes/lifecycle.hpp"
#include "domain/quotes/service_category.hpp"
#include "domain/quotes/totals.hpp"

namespace domain::quotes {

/// What a provider offers: one version of a quote. Never changes; a change is a new version.
struct Offer {
    std::vector<Line> lines;
    PricesAre prices_are = PricesAre::net;
    ServiceCategory service_category = ServiceCategory::general;
    Country performed_in = Country::of("FR");
    Day valid_until{}; // its last day, in Paris
    Day delivery_day{};
    std::string terms{};

    Totals totals() const { return quotes::totals(lines, prices_are, Currency::eur); }
};

/// The exact text that is agreed on: canonical JSON with sorted keys, amounts as decimal
/// texts. `salt` makes its hash unguessable, and its destruction makes the hash meaningless.
std::string text_of(const Offer& offer, const QuoteId& id, std::int64_t version,
                    std::string_view salt);

/// Reads what text_of() wrote. Anything else is a Bug.
Offer offer_in(std::string_view text);

/// The whole of a quote at its newest version, as its two parties see it.
struct Quote {
    QuoteId id;
    RequestId request;
    AccountId client;
    AccountId provider;
    State state = State::sent;
    std::int64_t version = 1; // of the text
    Money net = eur(0);
    Money vat = eur(0);
    Money gross = eur(0);
    Instant sent_at{};
    Instant expires_at{}; // the end of the offer's last day
    std::string text_sha256{};
};

/// The quote after `action`; refuses what the lifecycle does not allow.
Quote advanced(Quote quote, Action action, Party by);

} // namespace domain::quotes
