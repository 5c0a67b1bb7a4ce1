#include "domain/quotes/quote.hpp"

#include <nlohmann/json.hpp>

#include "domain/core/refused.hpp"
#include "domain/core/stored.hpp"

namespace domain::quotes {

namespace {

using nlohmann::json;

json written(const Line& line, Money amount)
{
    return {{"designation", line.designation},
            {"quantity", decimal(line.quantity)},
            {"unit", line.unit_code},
            {"unit_price", decimal(line.unit_price)},
            {"vat_rate", decimal(line.vat_rate)},
            {"amount", decimal(amount)}};
}

json written(const Totals& totals)
{
    auto by_rate = json::array();
    for (const auto& part : totals.by_rate) {
        by_rate.push_back({{"vat_rate", decimal(part.rate)},
                           {"net", decimal(part.net)},
                           {"vat", decimal(part.vat)}});
    }
    return {{"net", decimal(totals.net)},
            {"vat", decimal(totals.vat)},
            {"gross", decimal(totals.gross)},
            {"by_rate", std::move(by_rate)}};
}

Line line_in(const json& line)
{
    return {line.at("designation").get<std::string>(),
            stored(parse_quantity(line.at("quantity").get<std::string>())),
            line.at("unit").get<std::string>(),
            stored(parse_unit_price(line.at("unit_price").get<std::string>())),
            stored(parse_percent(line.at("vat_rate").get<std::string>()))};
}

} // namespace

std::string text_of(const Offer& offer, const QuoteId& id, std::int64_t version,
                    std::string_view salt)
{
    const auto totals = offer.totals();
    auto lines = json::array();
    for (std::size_t i = 0; i < offer.lines.size(); ++i)
        lines.push_back(written(offer.lines[i], totals.lines[i]));
    return json{{"quote", id.text()},
                {"version", version},
                {"salt", salt},
                {"currency", code(totals.gross.currency())},
                {"prices_are", name(offer.prices_are)},
                {"service_category", name(offer.service_category)},
                {"performed_in", offer.performed_in.text()},
                {"valid_until", to_text(offer.valid_until)},
                {"delivery_day", to_text(offer.delivery_day)},
                {"terms", offer.terms},
                {"lines", std::move(lines)},
                {"totals", written(totals)}}
        .dump();
}

Offer offer_in(std::string_view text)
{
    const auto record = json::parse(text);
    const auto word = [&](const char* field) { return record.at(field).get<std::string>(); };
    Offer offer;
    for (const auto& line : record.at("lines"))
        offer.lines.push_back(line_in(line));
    offer.prices_are = stored(ways_to_price.parse(word("prices_are")));
    offer.service_category = stored(service_categories.parse(word("service_category")));
    offer.performed_in = Country::kept(word("performed_in"));
    offer.valid_until = stored(parse_day(word("valid_until")));
    offer.delivery_day = stored(parse_day(word("delivery_day")));
    offer.terms = word("terms");
    return offer;
}

Quote advanced(Quote quote, Action action, Party by)
{
    const auto to = lifecycle.next(quote.state, action, by);
    if (!to) {
        const auto state = std::string(name(quote.state));
        throw Refused(Refusal::action_unavailable,
                      {"Ce devis ne le permet plus (état : " + state + ").",
                       "This quote no longer allows it (state: " + state + ")."});
    }
    quote.state = *to;
    return quote;
}

} // namespace domain::quotes
