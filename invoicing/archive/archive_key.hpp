#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/accounts/origin.hpp"
#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"
#include "invoicing/model/issuer.hpp"

namespace invoicing::archive {

/// A program's right to read the archive: what one issuer issued and received or everything, a
/// period or always, until it expires or is revoked.
struct ArchiveKey {
    domain::ArchiveKeyId id = domain::storage::unread;
    std::string label;
    std::optional<Issuer> issuer; // nothing: every issuer
    std::optional<std::string> from_day, to_day;
    domain::AccountId minted_by = domain::storage::unread;
    domain::Instant created_at{}, expires_at{};
    std::optional<domain::Instant> revoked_at;
    auto fields()
    {
        return std::tie(id, label, issuer, from_day, to_day, minted_by, created_at, expires_at,
                        revoked_at);
    }
};

/// What a new key may do.
struct KeyWish {
    std::string label;
    std::optional<Issuer> issuer;
    std::optional<domain::Day> from_day, to_day;
    domain::Instant expires_at{};
};

struct MintedKey {
    ArchiveKey key;
    std::string secret; // shown once; only its hash is kept
};

/// Every secret starts so: how a request's bearer token is told from a session's.
inline constexpr std::string_view key_prefix = "ark_";

/// Makes a key, and tells its minter and the party whose invoices it opens by mail. Refuses
/// (invalid_fields) an issuer that does not exist, an expiry in the past or beyond two years, and a
/// period that ends before it starts. Whoever calls has made sure of the person.
MintedKey mint_key(domain::Transaction& tx, const domain::AccountId& minted_by, const KeyWish& wish,
                   const domain::accounts::ConnectionOrigin& from);

/// The living key with this secret; nothing when unknown, expired or revoked.
std::optional<ArchiveKey> living_key(domain::Transaction& tx, std::string_view secret);
std::optional<ArchiveKey> living_key_by_id(domain::Transaction& tx, const domain::ArchiveKeyId& id);

/// All keys ever minted, or those that `party` minted or whose invoices alone they open, newest
/// first, ids below `before` ("" for all).
std::vector<ArchiveKey> minted_keys(domain::Transaction& tx,
                                    const std::optional<domain::AccountId>& party,
                                    const std::string& before, int limit);

/// Ends a key at once; safe to repeat. not_found when `party` neither minted it nor is whom it
/// shows (staff, without a party: any).
void revoke_key(domain::Transaction& tx, const std::optional<domain::AccountId>& party,
                const domain::ArchiveKeyId& id);

/// How many keys of this minter's open something.
std::int64_t count_living_keys(domain::Transaction& tx, const domain::AccountId& minter);

/// Ends every key that a member minted: whoever could sign in as it may have.
void revoke_keys_minted_by(domain::Transaction& tx, const domain::AccountId& minter);

} // namespace invoicing::archive
