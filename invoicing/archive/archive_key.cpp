#include "invoicing/archive/archive_key.hpp"

#include "domain/access/sensitive_change.hpp"
#include "domain/accounts/account_store.hpp"
#include "domain/core/crypto.hpp"
#include "domain/core/refused.hpp"
#include "domain/mail/notify.hpp"

namespace invoicing::archive {

namespace {

using namespace domain;

constexpr auto lifetime_max = std::chrono::days{2 * 366};

/// Whether anything is, or can be, issued in that name: a provider that left keeps its series.
bool exists(Transaction& tx, const Issuer& issuer)
{
    if (issuer == Issuer::platform()) return true;
    const auto account = AccountId::parse(issuer.text());
    const auto found = account ? accounts::maybe_find(tx, *account) : std::nullopt;
    if (found && found->is_provider) return true;
    return tx.one<std::int64_t>("SELECT COUNT(*) FROM invoice_series WHERE issuer_id = :issuer",
                                issuer) > 0;
}

void check_wish(Transaction& tx, const KeyWish& wish)
{
    std::vector<FieldError> wrong;
    if (wish.issuer && !exists(tx, *wish.issuer)) {
        wrong.push_back(
            {"issuer_id", {"Aucun prestataire n'a cet identifiant.", "No provider has this id."}});
    }
    if (wish.expires_at <= tx.now || wish.expires_at > tx.now + lifetime_max) {
        wrong.push_back({"expires_at",
                         {"L'échéance doit être future, à deux ans au plus.",
                          "The expiry must be in the future, two years at most."}});
    }
    if (wish.from_day && wish.to_day && *wish.to_day < *wish.from_day) {
        for (const auto* field : {"from", "to"}) {
            wrong.push_back(
                {field,
                 {"La période finit avant de commencer.", "The period ends before it starts."}});
        }
    }
    if (wrong.empty()) return;
    throw Refused(Refusal::invalid_fields,
                  {"Certains champs sont à corriger.", "Some fields need correcting."},
                  std::move(wrong));
}

std::optional<std::string> text_of(const std::optional<Day>& day)
{
    if (!day) return {};
    return to_text(*day);
}

} // namespace

MintedKey mint_key(Transaction& tx, const AccountId& minted_by, const KeyWish& wish,
                   const accounts::ConnectionOrigin& from)
{
    check_wish(tx, wish);
    MintedKey minted;
    minted.secret = std::string(key_prefix) + to_base64url(random_bytes(32));
    minted.key = {.id = ArchiveKeyId::fresh(tx.now),
                  .label = wish.label,
                  .issuer = wish.issuer,
                  .from_day = text_of(wish.from_day),
                  .to_day = text_of(wish.to_day),
                  .minted_by = minted_by,
                  .created_at = tx.now,
                  .expires_at = wish.expires_at,
                  .revoked_at = {}};
    const auto& key = minted.key;
    tx.run(R"(
        INSERT INTO archive_keys
            (id, secret_sha256, label, issuer_id, from_day, to_day, minted_by, created_at,
             expires_at, revoked_at)
        VALUES (:id, :secret, :label, :issuer, :from_day, :to_day, :minted_by, :created_at,
                :expires_at, NULL))",
           key.id, sha256_hex(minted.secret), key.label, key.issuer, key.from_day, key.to_day,
           key.minted_by, key.created_at, key.expires_at);
    access::tell_owner(tx, minted_by, access::SensitiveChange::archive_key, from);
    const auto shown = key.issuer ? AccountId::parse(key.issuer->text()) : std::nullopt;
    if (shown && *shown != minted_by) mail::notify(tx, *shown, mail::Template::archive_key_opens);
    return minted;
}

std::optional<ArchiveKey> living_key(Transaction& tx, std::string_view secret)
{
    if (!secret.starts_with(key_prefix)) return {};
    return tx.maybe<ArchiveKey>(R"(
        SELECT id, label, issuer_id, from_day, to_day, minted_by, created_at, expires_at, revoked_at
          FROM archive_keys
         WHERE secret_sha256 = :secret AND expires_at > :now AND revoked_at IS NULL)",
                                sha256_hex(secret), tx.now);
}

std::optional<ArchiveKey> living_key_by_id(Transaction& tx, const ArchiveKeyId& id)
{
    return tx.maybe<ArchiveKey>(R"(
        SELECT id, label, issuer_id, from_day, to_day, minted_by, created_at, expires_at, revoked_at
          FROM archive_keys
         WHERE id = :id AND expires_at > :now AND revoked_at IS NULL)",
                                id, tx.now);
}

std::vector<ArchiveKey> minted_keys(Transaction& tx, const std::optional<AccountId>& party,
                                    const std::string& before, int limit)
{
    const std::string who = party ? party->text() : "";
    return tx.all<ArchiveKey>(R"(
        SELECT id, label, issuer_id, from_day, to_day, minted_by, created_at, expires_at, revoked_at
          FROM archive_keys
         WHERE (:who = '' OR minted_by = :who OR issuer_id = :who)
           AND (:before = '' OR id < :before)
         ORDER BY id DESC
         LIMIT :limit)",
                              who, before, limit);
}

void revoke_key(Transaction& tx, const std::optional<AccountId>& party, const ArchiveKeyId& id)
{
    const std::string who = party ? party->text() : "";
    const auto touched = tx.run(R"(
        UPDATE archive_keys
           SET revoked_at = COALESCE(revoked_at, :now)
         WHERE id = :id AND (:who = '' OR minted_by = :who OR issuer_id = :who))",
                                tx.now, id, who);
    if (touched == 0) throw not_found();
}

std::int64_t count_living_keys(Transaction& tx, const AccountId& minter)
{
    return tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM archive_keys
         WHERE minted_by = :minter AND expires_at > :now AND revoked_at IS NULL)",
                                minter, tx.now);
}

void revoke_keys_minted_by(Transaction& tx, const AccountId& minter)
{
    tx.run(R"(
        UPDATE archive_keys
           SET revoked_at = :now
         WHERE minted_by = :minter AND revoked_at IS NULL)",
           tx.now, minter);
}

} // namespace invoicing::archive
