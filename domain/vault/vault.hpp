#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/core/crypto.hpp"
#include "domain/core/instant.hpp"
#include "domain/storage/database.hpp"
#include "domain/vault/category.hpp"

namespace domain::vault {

/// Where a sealed value lives. Part of what is authenticated: a ciphertext moved to another
/// row or column does not open.
struct Place {
    std::string_view column; // "account_identity.surname"
    std::string_view row;    // the row's id
};

/// Seals personal values, one data key per subject and category, wrapped by the master key
/// and kept in a database of their own. A key is committed there before the data it seals.
/// Destroying it makes every copy of the data unreadable, dumps included.
///
/// Sealed text is base64 of: version (1 byte) ‖ key id (26) ‖ nonce (24) ‖ ciphertext.
class Vault {
public:
    /// `keys_url` names the key database, already migrated.
    Vault(const SecretKey& master, const std::string& keys_url, std::size_t sessions, Clock clock);

    /// `subject` is whoever the value is about: an account id, or the id of an invoice, order
    /// or archive subject whose own key dies with it.
    std::string seal(std::string_view subject, Category category, Place place,
                     std::string_view plain);

    /// The value, or nothing when its key was destroyed. A damaged value is a bug.
    std::optional<std::string> open(Place place, std::string_view sealed);

    /// open() where the key must still be there.
    std::string must_open(Place place, std::string_view sealed);

    /// Destroys the key of one category, or all keys of a subject. Safe to repeat.
    /// Returns how many keys went. Other processes forget them within thirty seconds.
    std::size_t destroy(std::string_view subject, Category category);
    std::size_t destroy_all(std::string_view subject);

    /// How many live keys `subject` has.
    std::size_t keys_of(std::string_view subject);

    /// The next subjects after `after` that have a live key of that category, in their order.
    std::vector<std::string> subjects_of(Category category, std::string_view after, int limit);

    /// Whether `subject` has a live key of that category, and the master key unwraps it.
    bool has_key(std::string_view subject, Category category);

    /// A keyed, deterministic index for look-ups ("email", "ana@example.org").
    std::string blind_index(std::string_view purpose, std::string_view value) const;

    /// Unforgeable text for links and cursors: keyed hash of `text` under `purpose`.
    std::string signature(std::string_view purpose, std::string_view text) const;

    /// Wraps a secret of another kind than the data keys under the master key, bound to `name`;
    /// and gives it back. Nothing of what is damaged, or wrapped under another master key or name.
    std::string wrap(const SecretKey& secret, std::string_view name) const;
    std::optional<SecretKey> unwrap(std::string_view wrapped, std::string_view name) const;

    /// The key database, for the erasure journal that must stay outside backups.
    storage::Database& keys() { return keys_; }

private:
    struct Held {
        std::optional<SecretKey> key; // nothing: destroyed
        Instant since;
    };

    std::string key_id_for(std::string_view subject, Category category);
    std::string stored_key_id(std::string_view subject, Category category);
    std::optional<SecretKey> key_of(const std::string& key_id);
    void forget(std::string_view subject);

    SecretKey wrapping_, indexing_, signing_;
    Clock clock_;
    storage::Database keys_;
    std::mutex mutex_;
    std::unordered_map<std::string, Held> held_;           // by key id
    std::unordered_map<std::string, std::string> current_; // "subject category" -> key id
};

} // namespace domain::vault

namespace domain {
using vault::Category;
using vault::Vault;
} // namespace domain
