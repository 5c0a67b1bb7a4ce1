#pragma once

#include <string>
#include <string_view>

#include "domain/core/crypto.hpp"

/// Ed25519 (RFC 8032). A pair of keys is made of its seed, the secret.
namespace domain::ed25519 {

inline constexpr std::size_t public_key_size = 32;
inline constexpr std::size_t signature_size = 64;

/// The public key that belongs to `seed`: 32 bytes.
std::string public_key(const SecretKey& seed);

/// What signs `message`: 64 bytes, the same each time.
std::string signature(const SecretKey& seed, std::string_view message);

/// Whether the owner of `public_key` signed `message`; false for what is no key or no signature.
bool verifies(std::string_view public_key, std::string_view message, std::string_view signature);

/// The public key as programs read it (PEM of RFC 8410's SubjectPublicKeyInfo).
std::string pem(std::string_view public_key);

} // namespace domain::ed25519
