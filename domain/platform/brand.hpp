#pragma once

#include <string>
#include <vector>

#include "domain/core/colour.hpp"

namespace domain::platform {

/// How the site and the mails look for one operator.
struct Brand {
    std::string name; // "": the platform's
    std::string mark; // an SVG picture; "": the product's own
    Colour brand{0x1f, 0x3c, 0x9a}, brand_dark{0xa9, 0xbc, 0xff};   // links, buttons
    Colour accent{0x7a, 0x56, 0x00}, accent_dark{0xf4, 0xc5, 0x53}; // what is to be noticed
    bool development = false; // pages say what an operator has yet to give
};

/// The colours that a page is made of beside the brand's, by light and by dark.
struct Grounds {
    Colour page, card, on_brand; // on_brand: the letters of a button
};
inline constexpr Grounds light_grounds{{0xf8, 0xf8, 0xf5}, {0xff, 0xff, 0xff}, {0xff, 0xff, 0xff}};
inline constexpr Grounds dark_grounds{{0x10, 0x13, 0x1f}, {0x19, 0x1e, 0x2e}, {0x0e, 0x14, 0x30}};

/// A colour that cannot be read where it stands, by its key in [site], and what could be.
struct Unreadable {
    std::string key, why;
};

/// Each colour is read on the page, on a card, and under the letters of a button.
std::vector<Unreadable> unreadable_in(const Brand& brand);

} // namespace domain::platform
