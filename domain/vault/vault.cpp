#include "domain/vault/vault.hpp"

#include "domain/core/check.hpp"

namespace domain::vault {

namespace {

constexpr char format_version = 1;
constexpr std::size_t key_id_size = 26;
constexpr std::size_t held_max = 50'000;
constexpr std::chrono::seconds held_for{30};

std::string bound_to(Place place)
{
    return std::string(place.column) + "." + std::string(place.row);
}

std::string pair_of(std::string_view subject, Category category)
{
    return std::string(subject) + " " + std::string(name(category));
}

struct StoredKey {
    std::string key_id, wrapped;
    auto fields() { return std::tie(key_id, wrapped); }
};

/// Nothing under another master key.
std::optional<std::string> unwrapped(const SecretKey& wrapping, const StoredKey& key)
{
    return aead_open(wrapping, from_base64(key.wrapped).value_or(""), key.key_id);
}

} // namespace

Vault::Vault(const SecretKey& master, const std::string& keys_url, std::size_t sessions,
             Clock clock)
    : wrapping_(master.derived("wrapping")),
      indexing_(master.derived("blindidx")),
      signing_(master.derived("signing_")),
      clock_(clock),
      keys_(keys_url, "", sessions, std::move(clock), *this)
{
}

std::string Vault::seal(std::string_view subject, Category category, Place place,
                        std::string_view plain)
{
    const auto key_id = key_id_for(subject, category);
    const auto key = key_of(key_id);
    check(key.has_value(), "a current key is not destroyed");
    return to_base64(format_version + key_id + aead_seal(*key, plain, bound_to(place)));
}

std::optional<std::string> Vault::open(Place place, std::string_view sealed)
{
    const auto bytes = from_base64(sealed);
    check(bytes && bytes->size() > 1 + key_id_size && bytes->front() == format_version,
          "a sealed value has our format");
    const auto key = key_of(bytes->substr(1, key_id_size));
    if (!key) return {};
    auto plain = aead_open(*key, std::string_view(*bytes).substr(1 + key_id_size), bound_to(place));
    check(plain.has_value(), "a sealed value opens where it was sealed");
    return plain;
}

std::string Vault::must_open(Place place, std::string_view sealed)
{
    auto plain = open(place, sealed);
    check(plain.has_value(), "the key of a value in use exists");
    return std::move(*plain);
}

std::string Vault::key_id_for(std::string_view subject, Category category)
{
    const auto pair = pair_of(subject, category);
    {
        const std::lock_guard lock(mutex_);
        const auto found = current_.find(pair);
        if (found != current_.end()) {
            const auto held = held_.find(found->second);
            if (held != held_.end() && held->second.key &&
                clock_() - held->second.since < held_for) {
                return found->second;
            }
        }
    }
    auto key_id = stored_key_id(subject, category);
    const std::lock_guard lock(mutex_);
    if (current_.size() > held_max) current_.clear();
    current_[pair] = key_id;
    return key_id;
}

/// The subject's live key, made and committed if there is none.
std::string Vault::stored_key_id(std::string_view subject, Category category)
{
    constexpr auto find_live = R"(
        SELECT key_id
          FROM data_keys
         WHERE subject_id = :subject AND category = :category)";
    const auto found = keys_.read(
        [&](Transaction& tx) { return tx.maybe<std::string>(find_live, subject, name(category)); });
    if (found) return *found;

    const auto key_id = fresh_suffix(clock_());
    const auto wrapped = wrap(SecretKey::random(), key_id);
    return keys_.transaction([&](Transaction& tx) {
        tx.run(R"(
            INSERT INTO data_keys (key_id, subject_id, category, wrapped, created_at)
            VALUES (:key, :subject, :category, :wrapped, :at)
            ON CONFLICT (subject_id, category) DO NOTHING)",
               key_id, subject, name(category), wrapped, tx.now);
        return tx.one<std::string>(find_live, subject, name(category));
    });
}

std::optional<SecretKey> Vault::key_of(const std::string& key_id)
{
    {
        const std::lock_guard lock(mutex_);
        const auto found = held_.find(key_id);
        if (found != held_.end() && clock_() - found->second.since < held_for &&
            clock_() >= found->second.since) {
            return found->second.key;
        }
    }
    const auto wrapped = keys_.read([&](Transaction& tx) {
        return tx.maybe<std::string>("SELECT wrapped FROM data_keys WHERE key_id = :key", key_id);
    });
    std::optional<SecretKey> key;
    if (wrapped) {
        const auto bytes = unwrapped(wrapping_, {key_id, *wrapped});
        check(bytes.has_value(), "the master key unwraps the data keys");
        key = SecretKey::of(*bytes);
    }
    const std::lock_guard lock(mutex_);
    if (held_.size() > held_max) held_.clear();
    held_.insert_or_assign(key_id, Held{key, clock_()});
    return key;
}

std::size_t Vault::destroy(std::string_view subject, Category category)
{
    const auto gone = keys_.transaction([&](Transaction& tx) {
        return tx.run("DELETE FROM data_keys WHERE subject_id = :subject AND category = :category",
                      subject, name(category));
    });
    forget(subject);
    return static_cast<std::size_t>(gone);
}

std::size_t Vault::destroy_all(std::string_view subject)
{
    const auto gone = keys_.transaction([&](Transaction& tx) {
        return tx.run("DELETE FROM data_keys WHERE subject_id = :subject", subject);
    });
    forget(subject);
    return static_cast<std::size_t>(gone);
}

std::size_t Vault::keys_of(std::string_view subject)
{
    return static_cast<std::size_t>(keys_.read([&](Transaction& tx) {
        return tx.one<std::int64_t>("SELECT COUNT(*) FROM data_keys WHERE subject_id = :subject",
                                    subject);
    }));
}

std::vector<std::string> Vault::subjects_of(Category category, std::string_view after, int limit)
{
    return keys_.read_latest([&](Transaction& tx) {
        return tx.all<std::string>(R"(
            SELECT subject_id
              FROM data_keys
             WHERE category = :category AND subject_id > :after
             ORDER BY subject_id
             LIMIT :limit)",
                                   name(category), after, limit);
    });
}

bool Vault::has_key(std::string_view subject, Category category)
{
    const auto found = keys_.read_latest([&](Transaction& tx) {
        return tx.maybe<StoredKey>(R"(
            SELECT key_id, wrapped
              FROM data_keys
             WHERE subject_id = :subject AND category = :category)",
                                   subject, name(category));
    });
    return found && unwrapped(wrapping_, *found).has_value();
}

void Vault::forget(std::string_view subject)
{
    const std::lock_guard lock(mutex_);
    for (const auto category : all_categories) {
        const auto found = current_.find(pair_of(subject, category));
        if (found != current_.end()) current_.erase(found);
    }
    held_.clear();
}

std::string Vault::wrap(const SecretKey& secret, std::string_view name) const
{
    return to_base64(aead_seal(wrapping_, secret.bytes(), name));
}

std::optional<SecretKey> Vault::unwrap(std::string_view wrapped, std::string_view name) const
{
    const auto bytes = aead_open(wrapping_, from_base64(wrapped).value_or(""), name);
    if (!bytes) return {};
    return SecretKey::of(*bytes);
}

std::string Vault::blind_index(std::string_view purpose, std::string_view value) const
{
    return keyed_hash(indexing_, std::string(purpose) + '\0' + std::string(value));
}

std::string Vault::signature(std::string_view purpose, std::string_view text) const
{
    return keyed_hash(signing_, std::string(purpose) + '\0' + std::string(text));
}

} // namespace domain::vault
