#include "domain/vault/signing_key_store.hpp"

#include "domain/core/crypto.hpp"

namespace domain::vault::signing_keys {

namespace {

struct Row {
    std::string id, public_key;
    Instant made_at{};
    std::optional<Instant> retired_at;
    std::optional<std::string> attestation;
    auto fields() { return std::tie(id, public_key, made_at, retired_at, attestation); }
};

/// "" for what is no base64: such a key verifies nothing.
std::string bytes_of(const std::string& text)
{
    return from_base64(text).value_or("");
}

SigningKey key_of(const Row& row)
{
    SigningKey key{row.id, bytes_of(row.public_key), row.made_at, row.retired_at, {}};
    if (row.attestation) key.attestation = bytes_of(*row.attestation);
    return key;
}

} // namespace

std::optional<InUse> lock_in_use(Transaction& keys)
{
    return keys.maybe<InUse>(R"(
        SELECT n, key_id, wrapped
          FROM signing_keys
         WHERE wrapped IS NOT NULL
           FOR UPDATE)");
}

std::optional<InUse> maybe_in_use(Transaction& keys)
{
    return keys.maybe<InUse>(R"(
        SELECT n, key_id, wrapped
          FROM signing_keys
         WHERE wrapped IS NOT NULL)");
}

std::vector<SigningKey> all(Transaction& keys)
{
    std::vector<SigningKey> found;
    for (const auto& row : keys.all<Row>(R"(
            SELECT key_id, public_key, made_at, retired_at, attestation
              FROM signing_keys
             ORDER BY n)"))
        found.push_back(key_of(row));
    return found;
}

void insert(Transaction& keys, std::int64_t n, const SigningKey& key, const std::string& wrapped)
{
    std::optional<std::string> attestation;
    if (key.attestation) attestation = to_base64(*key.attestation);
    keys.run(R"(
        INSERT INTO signing_keys (n, key_id, public_key, wrapped, made_at, retired_at, attestation)
        VALUES (:n, :id, :public_key, :wrapped, :at, NULL, :attestation)
        ON CONFLICT (n) DO NOTHING)",
             n, key.id, to_base64(key.public_key), wrapped, key.made_at, attestation);
}

void retire(Transaction& keys, std::int64_t n)
{
    keys.run("UPDATE signing_keys SET wrapped = NULL, retired_at = :at WHERE n = :n", keys.now, n);
}

} // namespace domain::vault::signing_keys
