#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tests {

/// A text in quotes, as the compiler sees it: adjacent ones are one, comments are none.
struct Literal {
    int line = 0; // on which it begins
    std::string text;
};

/// The literals of a C++ source, in its order. Escapes stay as they are written.
std::vector<Literal> literals_in(std::string_view source);

} // namespace tests
