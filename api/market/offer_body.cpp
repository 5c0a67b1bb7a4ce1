#include "api/market/offer_body.hpp"

#include <nlohmann/json.hpp>

#include "api/json/reader.hpp"
#include "api/json/views.hpp"
#include "domain/quotes/offer_rules.hpp"

namespace api::market {

using namespace domain;
using nlohmann::json;

namespace {

/// A decimal text as `parse` reads it.
template <typename Number>
Number decimal_at(Reader& read, std::string_view field,
                  std::optional<Number> (*parse)(std::string_view))
{
    const auto text = read.text(field, {1, 20});
    const auto number = parse(text);
    if (!number && !text.empty()) {
        read.complain(field, {"Un nombre décimal entre guillemets est attendu, comme \"12.5\".",
                              "A decimal number in quotes is expected, such as \"12.5\"."});
    }
    return number.value_or(Number{});
}

quotes::Line read_line(Reader& read)
{
    return {.designation = read.text("designation", {1, 300}),
            .quantity = decimal_at(read, "quantity", parse_quantity),
            .unit_code = read.choice("unit", quotes::unit_codes()),
            .unit_price = decimal_at(read, "unit_price", parse_unit_price),
            .vat_rate = decimal_at(read, "vat_rate", parse_percent)};
}

Day read_day(Reader& read, std::string_view field)
{
    const bool is_there = read.has(field);
    const auto day = read.maybe_day(field);
    if (!is_there) read.complain(field, {"Ce champ est obligatoire.", "This field is mandatory."});
    return day.value_or(Day{});
}

Country read_country(Reader& read, std::string_view field)
{
    const auto text = read.maybe_text(field, {2, 2});
    if (!text) return Country::of("FR");
    const auto country = Country::parse(*text);
    if (!country) {
        read.complain(field, {"Un code de pays ISO à deux lettres, comme FR, est attendu.",
                              "A two-letter ISO country code such as FR is expected."});
    }
    return country.value_or(Country());
}

} // namespace

quotes::Offer read_offer(Reader& read)
{
    quotes::Offer offer;
    read.list("lines", 1, quotes::lines_max,
              [&](Reader& line) { offer.lines.push_back(read_line(line)); });
    offer.prices_are = read.choice("prices_are", quotes::ways_to_price);
    offer.service_category = read.maybe_choice("service_category", quotes::service_categories)
                                 .value_or(quotes::ServiceCategory::general);
    offer.performed_in = read_country(read, "performed_in");
    offer.valid_until = read_day(read, "valid_until");
    offer.delivery_day = read_day(read, "delivery_day");
    offer.terms = read.maybe_text("terms", {0, 5000, true}).value_or("");
    return offer;
}

json offer_view(const quotes::Offer& offer)
{
    const auto totals = offer.totals();
    auto lines = json::array();
    for (std::size_t i = 0; i < offer.lines.size(); ++i) {
        const auto& line = offer.lines[i];
        lines.push_back({{"designation", line.designation},
                         {"quantity", decimal(line.quantity)},
                         {"unit", line.unit_code},
                         {"unit_price", decimal(line.unit_price)},
                         {"vat_rate", decimal(line.vat_rate)},
                         {"amount", money_view(totals.lines[i])}});
    }
    auto vat_totals = json::array();
    for (const auto& part : totals.by_rate) {
        vat_totals.push_back({{"vat_rate", decimal(part.rate)},
                              {"net", money_view(part.net)},
                              {"vat", money_view(part.vat)}});
    }
    return {{"lines", std::move(lines)},
            {"prices_are", name(offer.prices_are)},
            {"service_category", name(offer.service_category)},
            {"performed_in", offer.performed_in.text()},
            {"valid_until", to_text(offer.valid_until)},
            {"delivery_day", to_text(offer.delivery_day)},
            {"terms", offer.terms},
            {"vat_totals", std::move(vat_totals)},
            {"net", money_view(totals.net)},
            {"vat", money_view(totals.vat)},
            {"gross", money_view(totals.gross)}};
}

} // namespace api::market
