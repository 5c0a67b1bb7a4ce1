#include "domain/core/crypto_signing.hpp"

#include <sodium.h>

#include <array>

#include "domain/core/check.hpp"

namespace domain::ed25519 {

static_assert(public_key_size == crypto_sign_PUBLICKEYBYTES);
static_assert(signature_size == crypto_sign_BYTES);
static_assert(SecretKey::size == crypto_sign_SEEDBYTES);

namespace {

const unsigned char* as_bytes(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// Both halves, as libsodium takes them; the secret one is wiped.
struct Pair {
    explicit Pair(const SecretKey& seed)
    {
        crypto_sign_seed_keypair(of_all.data(), secret.data(), seed.data());
    }
    ~Pair() { sodium_memzero(secret.data(), secret.size()); }
    Pair(const Pair&) = delete;
    Pair& operator=(const Pair&) = delete;

    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> of_all{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
};

} // namespace

std::string public_key(const SecretKey& seed)
{
    const Pair pair(seed);
    return {pair.of_all.begin(), pair.of_all.end()};
}

std::string signature(const SecretKey& seed, std::string_view message)
{
    const Pair pair(seed);
    std::array<unsigned char, crypto_sign_BYTES> bytes{};
    crypto_sign_detached(bytes.data(), nullptr, as_bytes(message), message.size(),
                         pair.secret.data());
    return {bytes.begin(), bytes.end()};
}

bool verifies(std::string_view public_key, std::string_view message, std::string_view signature)
{
    return public_key.size() == public_key_size && signature.size() == signature_size &&
           crypto_sign_verify_detached(as_bytes(signature), as_bytes(message), message.size(),
                                       as_bytes(public_key)) == 0;
}

std::string pem(std::string_view public_key)
{
    check(public_key.size() == public_key_size, "a public key has 32 bytes");
    // SEQUENCE { SEQUENCE { id-Ed25519 }, BIT STRING }: all that stands before the key itself.
    static constexpr std::string_view head("\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00", 12);
    return "-----BEGIN PUBLIC KEY-----\n" + to_base64(std::string(head).append(public_key)) +
           "\n-----END PUBLIC KEY-----\n";
}

} // namespace domain::ed25519
