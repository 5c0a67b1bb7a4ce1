#include "domain/vault/signing_key.hpp"

#include <algorithm>

#include "domain/core/crypto_signing.hpp"

namespace domain::vault {

std::string signing_key_id(std::string_view public_key)
{
    constexpr std::size_t digits = 16;
    return sha256_hex(public_key).substr(0, digits);
}

std::string attested_text(const SigningKey& key)
{
    return signed_text("entremise signing key 1",
                       {key.id, to_hex(key.public_key), to_text(key.made_at)});
}

std::string signed_text(std::string_view purpose, const std::vector<std::string>& lines)
{
    auto text = std::string(purpose) + "\n";
    for (const auto& line : lines)
        text += line + "\n";
    return text;
}

const SigningKey* find_key(const std::vector<SigningKey>& keys, std::string_view id)
{
    const auto found = std::ranges::find(keys, id, &SigningKey::id);
    return found == keys.end() ? nullptr : &*found;
}

const SigningKey* find_unattested(const std::vector<SigningKey>& keys)
{
    const SigningKey* before = nullptr;
    for (const auto& key : keys) {
        const bool holds =
            key.id == signing_key_id(key.public_key) &&
            (before == nullptr || ed25519::verifies(before->public_key, attested_text(key),
                                                    key.attestation.value_or("")));
        if (!holds) return &key;
        before = &key;
    }
    return nullptr;
}

} // namespace domain::vault
