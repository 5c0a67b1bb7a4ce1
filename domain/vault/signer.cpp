#include "domain/vault/signer.hpp"

#include "domain/core/check.hpp"
#include "domain/core/crypto_signing.hpp"
#include "domain/vault/signing_key_store.hpp"

namespace domain::vault {

namespace {

/// What a wrapped secret is bound to: no data key has such a name.
std::string name_of(std::string_view key_id)
{
    return "signing key " + std::string(key_id);
}

SigningKey key_of(const SecretKey& secret, Instant now)
{
    SigningKey key;
    key.public_key = ed25519::public_key(secret);
    key.id = signing_key_id(key.public_key);
    key.made_at = now;
    return key;
}

std::optional<SecretKey> secret_of(const Vault& vault, const signing_keys::InUse& key)
{
    return vault.unwrap(key.wrapped, name_of(key.id));
}

/// The key in use. Of several processes that find none, one makes it.
signing_keys::InUse in_use(Vault& vault)
{
    const auto found = vault.keys().read_latest(signing_keys::maybe_in_use);
    if (found) return *found;
    const auto secret = SecretKey::random();
    return vault.keys().transaction([&](Transaction& keys) {
        const auto first = key_of(secret, keys.now);
        signing_keys::insert(keys, 1, first, vault.wrap(secret, name_of(first.id)));
        const auto made = signing_keys::maybe_in_use(keys);
        check(made.has_value(), "a key is in use once there is one");
        return *made;
    });
}

} // namespace

std::optional<Signer> Signer::of(Vault& vault)
{
    const auto key = in_use(vault);
    const auto secret = secret_of(vault, key);
    if (!secret) return {};
    return Signer(key.id, *secret);
}

std::string Signer::signature(std::string_view purpose, const std::vector<std::string>& lines) const
{
    return ed25519::signature(secret_, signed_text(purpose, lines));
}

std::vector<SigningKey> signing_keys_of(Vault& vault)
{
    return vault.keys().read_latest(signing_keys::all);
}

std::optional<std::string> damaged_signing_key(Vault& vault)
{
    const auto key = vault.keys().read_latest(signing_keys::maybe_in_use);
    if (!key || secret_of(vault, *key)) return {};
    return key->id;
}

SigningKey rotate_signing_key(Vault& vault)
{
    in_use(vault);
    const auto secret = SecretKey::random();
    return vault.keys().transaction([&](Transaction& keys) {
        auto before = signing_keys::lock_in_use(keys);
        // Who waited here for another rotation finds the key that it made at a second look.
        if (!before) before = signing_keys::lock_in_use(keys);
        check(before.has_value(), "a key is in use once there is one");
        auto key = key_of(secret, keys.now);
        if (const auto attesting = secret_of(vault, *before))
            key.attestation = ed25519::signature(*attesting, attested_text(key));
        signing_keys::retire(keys, before->n);
        signing_keys::insert(keys, before->n + 1, key, vault.wrap(secret, name_of(key.id)));
        return key;
    });
}

} // namespace domain::vault
