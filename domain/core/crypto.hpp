#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace domain {

/// 32 secret bytes; wiped when it goes out of scope.
class SecretKey {
public:
    static constexpr std::size_t size = 32;

    static SecretKey random();
    static SecretKey of(std::string_view bytes); // exactly 32 bytes, else Bug

    SecretKey(const SecretKey&) = default;
    SecretKey& operator=(const SecretKey&) = default;
    ~SecretKey();

    const unsigned char* data() const { return bytes_.data(); }
    std::string bytes() const;

    /// An independent key for another use, named by `context` (8 characters).
    SecretKey derived(std::string_view context) const;

private:
    SecretKey() = default;
    std::array<unsigned char, size> bytes_{};
};

std::string random_bytes(std::size_t count);

/// SHA-256 of `bytes`: 32 bytes.
std::string sha256(std::string_view bytes);

/// The same as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// BLAKE2b-128 as 32 hexadecimal digits: tells texts apart four times as fast as SHA-256.
std::string fingerprint(std::string_view bytes);

/// Keyed BLAKE2b-256 as unpadded URL-safe base64: blind indexes, signed links.
std::string keyed_hash(const SecretKey& key, std::string_view bytes);

/// XChaCha20-Poly1305 with a random nonce in front; `bound_to` is authenticated, not stored.
std::string aead_seal(const SecretKey& key, std::string_view plain, std::string_view bound_to);
std::optional<std::string> aead_open(const SecretKey& key, std::string_view sealed,
                                     std::string_view bound_to);

std::string to_hex(std::string_view bytes);
std::string to_base64(std::string_view bytes); // standard alphabet, padded
std::optional<std::string> from_base64(std::string_view text);
std::string to_base64url(std::string_view bytes); // unpadded
std::string uuid_v4();

/// Compares in time that depends on the lengths only.
bool equal_in_constant_time(std::string_view a, std::string_view b);

/// argon2id, 19 MiB, t=2, p=1 (OWASP's minimum). About 30 ms: never on an HTTP thread.
std::string password_hash(std::string_view password);

/// Takes at least as long as with a hash made today, so that an older, cheaper one does not
/// tell itself apart.
bool password_matches(const std::string& hash, std::string_view password);

/// Whether `hash`, of a password that matched, was made with other parameters than today's.
bool is_outdated(const std::string& hash);

} // namespace domain
