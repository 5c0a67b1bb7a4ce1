#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/core/instant.hpp"

namespace domain::access {

/// 20 random bytes (RFC 4226 §4, R6).
std::string fresh_totp_secret();

/// For typing into an authenticator.
std::string base32(std::string_view secret);

/// What an authenticator scans: six digits, thirty seconds, SHA-1, which all of them know.
std::string otpauth_uri(std::string_view issuer, std::string_view account, std::string_view secret);

/// The thirty-second step that `code` belongs to, among the current one and its neighbours
/// (RFC 6238 §5.2), or nothing.
std::optional<std::int64_t> step_of(std::string_view secret, std::string_view code, Instant now);

/// The code of the current step: what an authenticator would show.
std::string code_at(std::string_view secret, Instant now);

} // namespace domain::access
