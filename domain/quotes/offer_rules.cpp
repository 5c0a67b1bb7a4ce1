#include "domain/quotes/offer_rules.hpp"

#include <algorithm>
#include <array>

namespace domain::quotes {

namespace {

constexpr std::array units = {"C62", "HUR", "MIN", "DAY", "WEE", "MON", "E48", "KMT", "MTR", "MTK"};
constexpr std::array<std::int64_t, 7> rates = {0, 105, 210, 550, 850, 1000, 2000};

/// A quote may not stay open, nor a service lie, further ahead.
constexpr int years_ahead_max = 2;

void judge(const Line& line, const std::string& path, bool charges_vat,
           std::vector<FieldError>& errors)
{
    if (line.quantity <= Quantity{0} || line.quantity > quantity_max) {
        errors.push_back(
            {path + ".quantity", {"Plus de 0 et au plus 9999.", "More than 0 and at most 9999."}});
    }
    if (line.unit_price > unit_price_max) {
        errors.push_back({path + ".unit_price", {"Au plus 1000000.", "At most 1000000."}});
    }
    if (std::ranges::find(units, line.unit_code) == units.end()) {
        errors.push_back({path + ".unit", {"Unité inconnue.", "Unknown unit."}});
    }
    if (!is_vat_rate(line.vat_rate)) {
        errors.push_back({path + ".vat_rate",
                          {"Ce n'est pas un taux de TVA français.", "Not a French VAT rate."}});
    } else if (!charges_vat && line.vat_rate.value != 0) {
        errors.push_back(
            {path + ".vat_rate",
             {"Votre régime ne facture pas de TVA : 0.", "Your VAT scheme charges no VAT: 0."}});
    }
}

void judge_day(Day day, Day today, std::string_view field, std::vector<FieldError>& errors)
{
    if (day >= today && day <= plus_years(today, years_ahead_max)) return;
    errors.push_back(
        {std::string(field), {"D'aujourd'hui à dans deux ans.", "From today to two years ahead."}});
}

} // namespace

std::vector<std::string_view> unit_codes()
{
    return {units.begin(), units.end()};
}

bool is_vat_rate(BasisPoints rate)
{
    return std::ranges::find(rates, rate.value) != rates.end();
}

std::vector<FieldError> wrong_in(const Offer& offer, Day today, bool charges_vat)
{
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < offer.lines.size(); ++i)
        judge(offer.lines[i], "lines[" + std::to_string(i) + "]", charges_vat, errors);
    judge_day(offer.valid_until, today, "valid_until", errors);
    judge_day(offer.delivery_day, today, "delivery_day", errors);
    if (!errors.empty()) return errors; // sums need lines within bounds
    const auto gross = offer.totals().gross;
    if (gross.minor() < 1 || gross.minor() > amount_max_minor) {
        errors.push_back({"lines",
                          {"Le total doit être de 0,01 à 10 000 000 EUR.",
                           "The total must be 0.01 to 10,000,000 EUR."}});
    }
    return errors;
}

} // namespace domain::quotes
