#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "domain/core/money.hpp"
#include "domain/core/words.hpp"

namespace domain::quotes {

/// Whether VAT comes on top of the prices of an offer, or is in them.
enum class PricesAre : std::uint8_t { net, gross };

inline constexpr Word<PricesAre> prices_are_words[] = {{PricesAre::net, "net"},
                                                       {PricesAre::gross, "gross"}};
inline constexpr Words<PricesAre> ways_to_price(prices_are_words);

constexpr std::string_view name(PricesAre prices_are)
{
    return ways_to_price.name(prices_are);
}

struct Line {
    std::string designation{};
    Quantity quantity{};
    std::string unit_code{}; // UN/ECE recommendation 20: "HUR" hour, "DAY", "C62" piece
    UnitPrice unit_price{};
    BasisPoints vat_rate{};
};

/// Bounds of what people may enter: sums stay far within 64 bits.
inline constexpr std::size_t lines_max = 100;
inline constexpr Quantity quantity_max{9'999 * 10'000LL};
inline constexpr UnitPrice unit_price_max{1'000'000 * 1'000'000LL};

struct RateTotal {
    BasisPoints rate;
    Money net;
    Money vat;
    bool operator==(const RateTotal&) const = default;
};

struct Totals {
    std::vector<Money> lines;       // as priced: net or gross
    std::vector<RateTotal> by_rate; // highest rate first
    Money net = eur(0);
    Money vat = eur(0);
    Money gross = eur(0);
};

/// Exact sums in whole cents, half-up, never of rounded VAT: a line is quantity × unit price
/// (EN 16931 BT-131), VAT is taken once per rate on the sum of the rate's lines (BT-117,
/// CGI 242 nonies A I-11°). When prices include VAT the gross sum stands as agreed, the base is
/// derived from it once per rate, and the remainder is VAT.
Totals totals(std::span<const Line> lines, PricesAre prices_are, Currency currency);

/// What is owed after `given_back` of the gross total went back: spread over the rates by
/// their gross sums, the base derived anew from what is kept, so that the gross total is the
/// rest to the cent. `lines` stay as priced.
Totals reduced(Totals agreed, Money given_back);

} // namespace domain::quotes
