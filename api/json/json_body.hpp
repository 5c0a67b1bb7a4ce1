#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace api {

/// Parses a request body: an object, at most 32 levels deep, no key twice, numbers within 64
/// bits, valid UTF-8. Anything else is malformed_request. Empty means {}.
nlohmann::json parsed_body(std::string_view text);

} // namespace api
