#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tests::http {

/// What the parser says about these bytes, a line for each request, bodies up to 1,000 bytes.
/// The bytes arrive in pieces of the given sizes, over and over; all at once when there are
/// none.
std::string transcript(std::string_view bytes, const std::vector<std::size_t>& pieces);

} // namespace tests::http
