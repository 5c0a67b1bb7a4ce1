#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/instant.hpp"

namespace domain::vault {

/// The public half of what signs for this installation, as it is published. Every key but the first
/// is signed by the one before it, so that whoever trusts one of them can trust the next; unless
/// the secret of that one was damaged.
struct SigningKey {
    std::string id;         // the first 16 hexadecimal digits of the SHA-256 of the public key
    std::string public_key; // 32 bytes
    Instant made_at{};
    std::optional<Instant> retired_at{};      // nothing: it is in use
    std::optional<std::string> attestation{}; // of attested_text(), by the key before: 64 bytes
};

std::string signing_key_id(std::string_view public_key);

/// What the key before it signs of a new one.
std::string attested_text(const SigningKey& key);

/// What is signed of `lines` for one purpose: the purpose, then they, each ended by a line break. A
/// signature for one purpose says nothing for another.
std::string signed_text(std::string_view purpose, const std::vector<std::string>& lines);

/// The key `id` among `keys`, if it is one of ours.
const SigningKey* find_key(const std::vector<SigningKey>& keys, std::string_view id);

/// The first of `keys`, in their order, that the one before it did not sign.
const SigningKey* find_unattested(const std::vector<SigningKey>& keys);

} // namespace domain::vault
