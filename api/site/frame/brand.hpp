#pragma once

#include <string>

namespace api::site::frame {

/// One colour on both grounds, as "#1f3c9a".
struct Colour {
    std::string light, dark;
};

struct Colours {
    Colour main{"#1f3c9a", "#a9bcff"};   // links, first buttons
    Colour accent{"#7a5600", "#f4c553"}; // where the money is now
};

/// What makes the site the operator's own ([site]).
struct Brand {
    std::string name = "Entremise";
    std::string mark{}; // an SVG picture; "" for the product's
    Colours colours{};
};

} // namespace api::site::frame
