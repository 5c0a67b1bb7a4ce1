#include "domain/platform/brand.hpp"

#include <array>
#include <cstdio>
#include <string_view>
#include <utility>

namespace domain::platform {

namespace {

struct Row {
    std::string_view key;
    Colour Brand::*colour;
    const Grounds* grounds;
};

constexpr std::array rows = {
    Row{"brand", &Brand::brand, &light_grounds},
    Row{"brand_dark", &Brand::brand_dark, &dark_grounds},
    Row{"accent", &Brand::accent, &light_grounds},
    Row{"accent_dark", &Brand::accent_dark, &dark_grounds},
};

/// "3.21 on #f8f8f5".
std::string told(Colour colour, Colour ground)
{
    std::array<char, 16> ratio{};
    static_cast<void>(std::snprintf(ratio.data(), ratio.size(), "%.2f", contrast(colour, ground)));
    return std::string(ratio.data()) + " on " + to_text(ground);
}

/// "" when it can be read everywhere.
std::string why_not(Colour colour, const Grounds& grounds)
{
    const std::vector<Colour> all = {grounds.page, grounds.card, grounds.on_brand};
    std::string worse;
    for (const auto ground : all) {
        if (contrast(colour, ground) < readable_contrast)
            worse += (worse.empty() ? "" : ", ") + told(colour, ground);
    }
    if (worse.empty()) return "";
    const auto nearest = nearest_readable(colour, all);
    return "has too little contrast (" + worse + "; 4.5 is needed)" +
           (nearest ? "; the nearest that passes is " + to_text(*nearest) : std::string());
}

} // namespace

std::vector<Unreadable> unreadable_in(const Brand& brand)
{
    std::vector<Unreadable> all;
    for (const auto& row : rows) {
        auto why = why_not(brand.*row.colour, *row.grounds);
        if (!why.empty()) all.push_back({std::string(row.key), std::move(why)});
    }
    return all;
}

} // namespace domain::platform
