#pragma once

#include <string_view>

namespace domain {

/// Of all programs of this product, which are installed together.
inline constexpr std::string_view version = "0.1.0";

} // namespace domain
