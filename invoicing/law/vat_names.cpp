#include <algorithm>
#include <array>

#include "invoicing/law/vat.hpp"

namespace invoicing::law {

namespace {

template <typename Enum, std::size_t size>
std::optional<Enum> parsed(std::string_view text, const std::array<Enum, size>& all)
{
    const auto found = std::ranges::find_if(all, [&](Enum value) { return name(value) == text; });
    if (found == all.end()) return {};
    return *found;
}

} // namespace

std::string_view name(Standing standing)
{
    switch (standing) {
    case Standing::consumer: return "consumer";
    case Standing::taxable: return "taxable";
    case Standing::non_taxable_entity: return "non_taxable_entity";
    }
    return "";
}

std::string_view name(PlaceRule rule)
{
    switch (rule) {
    case PlaceRule::general: return "general";
    case PlaceRule::intangible: return "intangible";
    case PlaceRule::immovable: return "immovable";
    case PlaceRule::event: return "event";
    case PlaceRule::restaurant: return "restaurant";
    case PlaceRule::transport: return "transport";
    case PlaceRule::vehicle: return "vehicle";
    case PlaceRule::electronic: return "electronic";
    }
    return "";
}

std::optional<PlaceRule> parse_place_rule(std::string_view text)
{
    return parsed(text, std::array{PlaceRule::general, PlaceRule::intangible, PlaceRule::immovable,
                                   PlaceRule::event, PlaceRule::restaurant, PlaceRule::transport,
                                   PlaceRule::vehicle, PlaceRule::electronic});
}

} // namespace invoicing::law
