#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "api/json/reader.hpp"

namespace api::people {

/// A secret exactly as sent: Reader would trim and normalize it. Mandatory.
std::string read_secret_text(Reader& reader, const nlohmann::json& body, std::string_view field);

/// A password somebody chooses, complained of when it is easy to guess; `context` are words it
/// must not be made of.
std::string read_new_password(Reader& reader, const nlohmann::json& body,
                              const std::vector<std::string>& context);

} // namespace api::people
