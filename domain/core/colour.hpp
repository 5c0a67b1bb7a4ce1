#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

/// A colour as screens mix it (sRGB).
struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
    friend bool operator==(const Colour&, const Colour&) = default;
};

/// "#1f3c9a", in either case; nothing for anything else.
std::optional<Colour> parse_colour(std::string_view text);
std::string to_text(Colour colour);

/// What text takes to be read by people with low vision (WCAG 2.2, 1.4.3).
inline constexpr double readable_contrast = 4.5;

/// From 1 to 21, whichever stands on the other (WCAG 2.2, "contrast ratio").
double contrast(Colour one, Colour other);

/// Whether the colour can be read on each of `grounds`.
bool is_readable(Colour colour, const std::vector<Colour>& grounds);

/// The shade of the same hue, darker or lighter, that can be read on each and differs least;
/// nothing when there is none.
std::optional<Colour> nearest_readable(Colour colour, const std::vector<Colour>& grounds);

} // namespace domain
