#pragma once

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "domain/core/instant.hpp"
#include "domain/vault/signing_key.hpp"

namespace invoicing::series {

/// How far a series had got when it was signed. Whoever holds one can tell whether the chain up to
/// there is still the one that was.
struct Head {
    std::string series;
    std::int64_t position = 0;
    std::string number; // of the link at that position
    std::string hash;   // of that link
    domain::Instant signed_at{};
    std::string key_id;
    std::string signature; // 64 bytes, in base64
    auto fields() { return std::tie(series, position, number, hash, signed_at, key_id, signature); }
};

/// What a head is signed for, and what is signed of it; vault::signed_text() puts them together.
inline constexpr std::string_view head_purpose = "entremise series head 1";
std::vector<std::string> signed_lines(const Head& head);

/// Whether one of `keys` signed it.
bool is_signed(const Head& head, const std::vector<domain::vault::SigningKey>& keys);

} // namespace invoicing::series
