#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "domain/core/instant.hpp"
#include "domain/vault/signing_key.hpp"

namespace invoicing::series {

inline constexpr std::int64_t head_version = 2;

/// How far a series had got when it was signed. Whoever holds one can tell whether the chain up to
/// there is still the one that was, and whether the heads before it are.
struct Head {
    std::int64_t version = head_version;
    std::string series;
    std::int64_t position = 0;
    std::string number; // of the link at that position
    std::string hash;   // of that link
    domain::Instant signed_at{};
    std::string head_before; // hash_of() the head before it in its series; "": it is the first
    std::string key_id;
    std::string signature; // 64 bytes, in base64
    auto fields()
    {
        return std::tie(version, series, position, number, hash, signed_at, head_before, key_id,
                        signature);
    }
};

/// What a head is signed for, and what is signed of it; vault::signed_text() puts them together.
std::string purpose_of(const Head& head);
std::vector<std::string> signed_lines(const Head& head);

/// The SHA-256, in hexadecimal, of what is signed.
std::string hash_of(const Head& head);

/// Whether one of `keys` signed it.
bool is_signed(const Head& head, const std::vector<domain::vault::SigningKey>& keys);

} // namespace invoicing::series
