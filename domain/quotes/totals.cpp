#include "domain/quotes/totals.hpp"

#include <functional>
#include <map>

namespace domain::quotes {

namespace {

RateTotal rate_total(BasisPoints rate, Money priced, PricesAre prices_are)
{
    if (prices_are == PricesAre::net) return {rate, priced, portion(priced, rate)};
    const auto net = net_of_gross(priced, rate);
    return {rate, net, priced - net};
}

} // namespace

Totals totals(std::span<const Line> lines, PricesAre prices_are, Currency currency)
{
    const Money nothing{0, currency};
    Totals result{{}, {}, nothing, nothing, nothing};
    std::map<BasisPoints, Money, std::greater<>> priced;
    for (const auto& line : lines) {
        result.lines.push_back(line_amount(line.quantity, line.unit_price, currency));
        auto& sum = priced.try_emplace(line.vat_rate, nothing).first->second;
        sum = sum + result.lines.back();
    }
    for (const auto& [rate, sum] : priced) {
        result.by_rate.push_back(rate_total(rate, sum, prices_are));
        result.net = result.net + result.by_rate.back().net;
        result.vat = result.vat + result.by_rate.back().vat;
    }
    result.gross = result.net + result.vat;
    return result;
}

Totals reduced(Totals agreed, Money given_back)
{
    std::vector<std::int64_t> weights;
    for (const auto& part : agreed.by_rate)
        weights.push_back((part.net + part.vat).minor());
    const auto shares = split(given_back, weights);
    const auto nothing = given_back - given_back;
    agreed.net = nothing;
    agreed.vat = nothing;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        auto& part = agreed.by_rate[i];
        part = rate_total(part.rate, part.net + part.vat - shares[i], PricesAre::gross);
        agreed.net = agreed.net + part.net;
        agreed.vat = agreed.vat + part.vat;
    }
    agreed.gross = agreed.net + agreed.vat;
    return agreed;
}

} // namespace domain::quotes
