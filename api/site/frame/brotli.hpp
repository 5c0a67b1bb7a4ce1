#pragma once

#include <string>
#include <string_view>

namespace api::site::frame {

/// Compressed by Brotli: 11 is slow and for what is made once, 5 for what is made now.
std::string brotli(std::string_view bytes, int quality);

} // namespace api::site::frame
