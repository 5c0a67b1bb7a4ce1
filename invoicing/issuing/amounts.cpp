#include "invoicing/issuing/amounts.hpp"

#include <algorithm>
#include <map>

#include "domain/core/check.hpp"

namespace invoicing::issuing {

namespace {

using namespace domain;

/// The lines of one rate, by their place on the invoice.
using Groups = std::map<std::int64_t, std::vector<std::size_t>, std::greater<>>;

Groups by_rate(const std::vector<QuoteLine>& lines)
{
    Groups groups;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        groups[lines[i].vat_rate.value].push_back(i);
    }
    return groups;
}

Money amount_as_quoted(const QuoteLine& line)
{
    return line_amount(line.quantity, line.unit_price, Currency::eur);
}

/// The price without VAT, such that quantity × price rounds to `net` again.
UnitPrice unit_price_of(Money net, Quantity quantity)
{
    if (quantity.e4 == 0) return {0};
    return {half_up(net.minor(), 100'000'000, quantity.e4)};
}

VatTotal net_group(std::vector<Line>& lines, const std::vector<std::size_t>& group,
                   BasisPoints rate)
{
    auto base = eur(0);
    for (const auto i : group)
        base = base + lines[i].net;
    return {lines[group.front()].category, rate, base, portion(base, rate), "", ""};
}

VatTotal gross_group(std::vector<Line>& lines, const std::vector<std::size_t>& group,
                     BasisPoints rate)
{
    auto gross = eur(0);
    std::vector<std::int64_t> weights;
    for (const auto i : group) {
        gross = gross + lines[i].net;
        weights.push_back(lines[i].net.minor());
    }
    const auto base = net_of_gross(gross, rate);
    if (gross.minor() > 0) {
        const auto shares = split(base, weights);
        for (std::size_t n = 0; n < group.size(); ++n) {
            auto& line = lines[group[n]];
            line.net = shares[n];
            line.unit_price = unit_price_of(shares[n], line.quantity);
        }
    }
    return {lines[group.front()].category, rate, base, gross - base, "", ""};
}

} // namespace

Priced priced(const std::vector<QuoteLine>& quoted, PricesAre prices_are,
              const law::VatTreatment& treatment, const std::string& description)
{
    check(!quoted.empty(), "an invoice has lines");
    Priced result;
    for (const auto& line : quoted) {
        result.lines.push_back({line.designation, description, line.quantity, line.unit_code,
                                line.unit_price, amount_as_quoted(line), treatment.category,
                                line.vat_rate});
    }
    for (const auto& [rate, group] : by_rate(quoted)) {
        const bool is_gross = prices_are == PricesAre::gross && rate > 0;
        auto total = is_gross ? gross_group(result.lines, group, {rate})
                              : net_group(result.lines, group, {rate});
        total.reason = treatment.reason;
        total.reason_code = treatment.reason_code;
        result.totals.net = result.totals.net + total.base;
        result.totals.vat = result.totals.vat + total.vat;
        result.vat.push_back(std::move(total));
    }
    result.totals.lines = result.totals.net;
    result.totals.gross = result.totals.net + result.totals.vat;
    result.totals.paid = result.totals.gross;
    return result;
}

Priced reduced(Priced priced, Money given_back, const std::string& reason)
{
    if (given_back.minor() == 0) return priced;
    check(given_back.minor() > 0 && given_back.minor() < priced.totals.gross.minor(),
          "what is given back is part of what was paid");
    std::vector<std::int64_t> weights;
    for (const auto& total : priced.vat)
        weights.push_back((total.base + total.vat).minor());
    const auto shares = split(given_back, weights);
    auto& totals = priced.totals;
    totals.net = eur(0);
    totals.vat = eur(0);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        auto& total = priced.vat[i];
        const auto gross = total.base + total.vat - shares[i];
        const auto base = net_of_gross(gross, total.rate);
        const auto allowance = total.base - base;
        if (allowance.minor() != 0) {
            priced.allowances.push_back({reason, total.category, total.rate, allowance});
        }
        total.base = base;
        total.vat = gross - base;
        totals.allowances = totals.allowances + allowance;
        totals.net = totals.net + total.base;
        totals.vat = totals.vat + total.vat;
    }
    totals.gross = totals.net + totals.vat;
    totals.paid = totals.gross;
    return priced;
}

} // namespace invoicing::issuing
