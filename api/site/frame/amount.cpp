#include "api/site/frame/amount.hpp"

#include <algorithm>
#include <array>

#include "domain/core/money.hpp"

namespace api::site::frame {

using namespace domain;

namespace {

/// Spaces of any kind and the sign are how people write sums, not what they are.
std::string without_ornament(std::string_view typed)
{
    constexpr std::array<std::string_view, 4> ornaments = {"\u00a0", "\u202f", "€", " "};
    std::string plain(typed);
    for (const auto ornament : ornaments) {
        for (auto at = plain.find(ornament); at != plain.npos; at = plain.find(ornament))
            plain.erase(at, ornament.size());
    }
    std::ranges::replace(plain, ',', '.');
    return plain;
}

} // namespace

std::optional<std::int64_t> cents_of(std::string_view typed)
{
    constexpr std::int64_t millionths_of_a_cent = 10'000;
    const auto price = parse_unit_price(without_ornament(typed));
    if (!price || price->e6 % millionths_of_a_cent != 0) return {};
    return price->e6 / millionths_of_a_cent;
}

std::string decimal_of(std::int64_t cents)
{
    return decimal(eur(cents));
}

} // namespace api::site::frame
