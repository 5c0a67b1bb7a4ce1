#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace api::site::frame {

/// What people type as a sum in euros, in cents: "45", "45,5", "1 234.50 €"; nothing for any other
/// text.
std::optional<std::int64_t> cents_of(std::string_view typed);

/// "45.50": what a field for a sum holds.
std::string decimal_of(std::int64_t cents);

} // namespace api::site::frame
