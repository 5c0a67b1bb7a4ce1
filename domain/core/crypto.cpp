#include "domain/core/crypto.hpp"

#include <sodium.h>

#include <charconv>
#include <cstring>

#include "domain/core/check.hpp"

namespace domain {

namespace {

const unsigned char* as_bytes(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* as_bytes(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

void start_sodium()
{
    static const int started = sodium_init();
    check(started >= 0, "libsodium starts");
}

std::string encoded(std::string_view bytes, int variant)
{
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), as_bytes(bytes), bytes.size(), variant);
    text.resize(std::strlen(text.c_str()));
    return text;
}

} // namespace

SecretKey SecretKey::random()
{
    start_sodium();
    SecretKey key;
    randombytes_buf(key.bytes_.data(), size);
    return key;
}

SecretKey SecretKey::of(std::string_view bytes)
{
    check(bytes.size() == size, "a key has 32 bytes");
    SecretKey key;
    std::memcpy(key.bytes_.data(), bytes.data(), size);
    return key;
}

SecretKey::~SecretKey()
{
    sodium_memzero(bytes_.data(), size);
}

std::string SecretKey::bytes() const
{
    return {reinterpret_cast<const char*>(bytes_.data()), size};
}

SecretKey SecretKey::derived(std::string_view context) const
{
    check(context.size() == crypto_kdf_CONTEXTBYTES, "a derivation context has 8 characters");
    SecretKey key;
    crypto_kdf_derive_from_key(key.bytes_.data(), size, 1, context.data(), bytes_.data());
    return key;
}

std::string random_bytes(std::size_t count)
{
    start_sodium();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), count);
    return bytes;
}

std::string sha256(std::string_view bytes)
{
    std::string hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(as_bytes(hash), as_bytes(bytes), bytes.size());
    return hash;
}

std::string sha256_hex(std::string_view bytes)
{
    return to_hex(sha256(bytes));
}

std::string fingerprint(std::string_view bytes)
{
    std::string hash(crypto_generichash_BYTES_MIN, '\0');
    crypto_generichash(as_bytes(hash), hash.size(), as_bytes(bytes), bytes.size(), nullptr, 0);
    return to_hex(hash);
}

std::string keyed_hash(const SecretKey& key, std::string_view bytes)
{
    std::string hash(32, '\0');
    crypto_generichash(as_bytes(hash), hash.size(), as_bytes(bytes), bytes.size(), key.data(),
                       SecretKey::size);
    return to_base64url(hash);
}

std::string aead_seal(const SecretKey& key, std::string_view plain, std::string_view bound_to)
{
    constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    std::string sealed = random_bytes(nonce_size);
    sealed.resize(nonce_size + plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        as_bytes(sealed) + nonce_size, nullptr, as_bytes(plain), plain.size(), as_bytes(bound_to),
        bound_to.size(), nullptr, as_bytes(sealed), key.data());
    return sealed;
}

std::optional<std::string> aead_open(const SecretKey& key, std::string_view sealed,
                                     std::string_view bound_to)
{
    constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
    if (sealed.size() < nonce_size + tag_size) return {};
    std::string plain(sealed.size() - nonce_size - tag_size, '\0');
    const auto box = sealed.substr(nonce_size);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(as_bytes(plain), nullptr, nullptr, as_bytes(box),
                                                   box.size(), as_bytes(bound_to), bound_to.size(),
                                                   as_bytes(sealed), key.data()) != 0) {
        return {};
    }
    return plain;
}

std::string to_hex(std::string_view bytes)
{
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), as_bytes(bytes), bytes.size());
    text.pop_back();
    return text;
}

std::string to_base64(std::string_view bytes)
{
    return encoded(bytes, sodium_base64_VARIANT_ORIGINAL);
}

std::string to_base64url(std::string_view bytes)
{
    return encoded(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::optional<std::string> from_base64(std::string_view text)
{
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t length = 0;
    if (sodium_base642bin(as_bytes(bytes), bytes.size(), text.data(), text.size(), nullptr, &length,
                          nullptr, sodium_base64_VARIANT_ORIGINAL) != 0) {
        return {};
    }
    bytes.resize(length);
    return bytes;
}

std::string uuid_v4()
{
    auto bytes = random_bytes(16);
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40);
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    auto text = to_hex(bytes);
    for (const std::size_t dash : {8U, 13U, 18U, 23U})
        text.insert(dash, "-");
    return text;
}

bool equal_in_constant_time(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

namespace {

constexpr unsigned long long argon_passes = 2;
constexpr std::size_t argon_memory = 19ULL * 1024 * 1024;

std::size_t number_after(std::string_view hash, std::string_view name)
{
    const auto at = hash.find(name);
    if (at == std::string_view::npos) return 0;
    const auto digits = hash.substr(at + name.size());
    std::size_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

/// What verifying `hash` costs less than verifying one made today, in bytes filled; 0 for what
/// is no hash of argon2id.
std::size_t saved_by(const std::string& hash)
{
    if (!hash.starts_with("$argon2id$")) return 0;
    const auto today = argon_memory * argon_passes;
    const auto then = number_after(hash, "$m=") * 1024 * number_after(hash, ",t=");
    return then < today ? today - then : 0;
}

/// Fills `bytes` of memory as argon2id does, for the time it takes.
void spend(std::size_t bytes)
{
    const auto memory = bytes / argon_passes;
    if (memory < crypto_pwhash_MEMLIMIT_MIN) return;
    const std::string salt(crypto_pwhash_SALTBYTES, '\0');
    std::array<unsigned char, 32> thrown_away{};
    const int made = crypto_pwhash(thrown_away.data(), thrown_away.size(), "", 0, as_bytes(salt),
                                   argon_passes, memory, crypto_pwhash_ALG_ARGON2ID13);
    if (made != 0) throw std::bad_alloc();
}

} // namespace

std::string password_hash(std::string_view password)
{
    start_sodium();
    char hash[crypto_pwhash_STRBYTES];
    const int made = crypto_pwhash_str_alg(hash, password.data(), password.size(), argon_passes,
                                           argon_memory, crypto_pwhash_ALG_ARGON2ID13);
    if (made != 0) throw std::bad_alloc();
    return hash;
}

bool password_matches(const std::string& hash, std::string_view password)
{
    start_sodium();
    const bool matches =
        crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
    spend(saved_by(hash));
    return matches;
}

bool is_outdated(const std::string& hash)
{
    return crypto_pwhash_str_needs_rehash(hash.c_str(), argon_passes, argon_memory) != 0;
}

} // namespace domain
