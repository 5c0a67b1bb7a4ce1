#include "domain/core/colour.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace domain {

namespace {

constexpr int steps = 255;
constexpr int most = 255; // of each part

/// Of light, as WCAG 2.2 defines "relative luminance".
double linear(std::uint8_t part)
{
    const double share = part / static_cast<double>(most);
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

std::uint8_t toward(std::uint8_t part, int end, int step)
{
    return static_cast<std::uint8_t>(part + (end - part) * step / steps);
}

/// `step` of `steps` on the way to black (0) or to white (255).
Colour shade(Colour colour, int end, int step)
{
    return {toward(colour.red, end, step), toward(colour.green, end, step),
            toward(colour.blue, end, step)};
}

} // namespace

std::optional<Colour> parse_colour(std::string_view text)
{
    constexpr std::size_t length = 7; // of "#rrggbb"
    if (text.size() != length || text.front() != '#') return {};
    std::array<std::uint8_t, 3> parts{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto* from = text.data() + 1 + 2 * i;
        const auto [end, error] = std::from_chars(from, from + 2, parts.at(i), 16);
        if (error != std::errc() || end != from + 2) return {};
    }
    return Colour{parts[0], parts[1], parts[2]};
}

std::string to_text(Colour colour)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "#";
    for (const auto part : {colour.red, colour.green, colour.blue}) {
        text += digits[part >> 4];
        text += digits[part & 15];
    }
    return text;
}

double contrast(Colour one, Colour other)
{
    constexpr double flare = 0.05;
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + flare) / (darker + flare);
}

bool is_readable(Colour colour, const std::vector<Colour>& grounds)
{
    return std::ranges::all_of(
        grounds, [&](Colour ground) { return contrast(colour, ground) >= readable_contrast; });
}

std::optional<Colour> nearest_readable(Colour colour, const std::vector<Colour>& grounds)
{
    for (int step = 0; step <= steps; ++step) {
        for (const int end : {0, most}) {
            const auto candidate = shade(colour, end, step);
            if (is_readable(candidate, grounds)) return candidate;
        }
    }
    return {};
}

} // namespace domain
