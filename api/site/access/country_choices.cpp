#include "api/site/access/country_choices.hpp"

#include <algorithm>
#include <iterator>

#include "domain/core/country_names.hpp"
#include "invoicing/law/territory.hpp"

namespace api::site::access {

namespace {

/// Documents know every member of the Union; France's own numbers need no scheme there.
bool is_of_union(const domain::Country& country)
{
    return country == domain::Country::of("FR") ||
           invoicing::law::vat_number_scheme(country).has_value();
}

} // namespace

frame::Choice as_is(std::string value, std::string name)
{
    return {std::move(value), {"access_fields.as_is", {{"text", std::move(name)}}}};
}

std::vector<frame::Choice> country_choices(domain::Language language)
{
    auto countries = domain::named_countries(language);
    std::stable_partition(countries.begin(), countries.end(),
                          [](const auto& named) { return is_of_union(named.country); });
    std::vector<frame::Choice> choices;
    choices.reserve(countries.size());
    for (const auto& [country, name] : countries)
        choices.push_back(as_is(country.text(), name));
    return choices;
}

} // namespace api::site::access
