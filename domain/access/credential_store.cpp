#include "domain/access/credential_store.hpp"

#include "domain/vault/sealed_row.hpp"

namespace domain::access {

namespace {

struct Row {
    std::optional<std::string> password_hash, totp_secret;
    std::optional<Instant> totp_confirmed_at;
    std::int64_t totp_last_step = 0;
    auto fields()
    {
        return std::tie(password_hash, totp_secret, totp_confirmed_at, totp_last_step);
    }
};

vault::SealedRow part_of(Transaction& tx, const AccountId& id)
{
    return {tx, "account_credentials", Category::credential, id.text()};
}

std::string code_index(Transaction& tx, const AccountId& id, const std::string& code)
{
    return tx.vault.blind_index("recovery_code", id.text() + " " + code);
}

} // namespace

Credentials credentials_of(Transaction& tx, const AccountId& id)
{
    const auto row = tx.maybe<Row>(R"(
        SELECT password_hash, totp_secret, totp_confirmed_at, totp_last_step
          FROM account_credentials
         WHERE account_id = :id)",
                                   id);
    if (!row) return {};
    const auto part = part_of(tx, id);
    return {part.opened("password_hash", row->password_hash),
            part.opened("totp_secret", row->totp_secret), row->totp_confirmed_at.has_value(),
            row->totp_last_step};
}

void write_password(Transaction& tx, const AccountId& id, const std::string& hash)
{
    tx.run(R"(
        INSERT INTO account_credentials (account_id, password_hash, password_set_at, totp_last_step)
        VALUES (:id, :hash, :at, 0)
        ON CONFLICT (account_id) DO UPDATE
           SET password_hash = excluded.password_hash, password_set_at = excluded.password_set_at)",
           id, part_of(tx, id).sealed("password_hash", hash), tx.now);
}

void write_rehash(Transaction& tx, const AccountId& id, const std::string& hash)
{
    tx.run("UPDATE account_credentials SET password_hash = :hash WHERE account_id = :id",
           part_of(tx, id).sealed("password_hash", hash), id);
}

void write_totp(Transaction& tx, const AccountId& id, const std::string& secret)
{
    tx.run(R"(
        UPDATE account_credentials
           SET totp_secret = :secret, totp_confirmed_at = NULL
         WHERE account_id = :id)",
           part_of(tx, id).sealed("totp_secret", secret), id);
}

void confirm_totp(Transaction& tx, const AccountId& id)
{
    tx.run("UPDATE account_credentials SET totp_confirmed_at = :at WHERE account_id = :id", tx.now,
           id);
}

void remove_totp(Transaction& tx, const AccountId& id)
{
    tx.run(R"(
        UPDATE account_credentials
           SET totp_secret = NULL, totp_confirmed_at = NULL
         WHERE account_id = :id)",
           id);
    tx.run("DELETE FROM recovery_codes WHERE account_id = :id", id);
}

bool totp_is_younger(Transaction& tx, const AccountId& id, Instant since)
{
    return tx
        .maybe<std::string>(R"(
            SELECT account_id
              FROM account_credentials
             WHERE account_id = :id AND totp_confirmed_at >= :since)",
                            id, since)
        .has_value();
}

bool use_totp_step(Transaction& tx, const AccountId& id, std::int64_t step)
{
    return tx.run(R"(
        UPDATE account_credentials
           SET totp_last_step = :step
         WHERE account_id = :id AND totp_last_step < :step)",
                  step, id) == 1;
}

void write_recovery_codes(Transaction& tx, const AccountId& id,
                          const std::vector<std::string>& codes)
{
    tx.run("DELETE FROM recovery_codes WHERE account_id = :id", id);
    for (const auto& code : codes) {
        tx.run("INSERT INTO recovery_codes (account_id, code_index) VALUES (:id, :code)", id,
               code_index(tx, id, code));
    }
}

bool use_recovery_code(Transaction& tx, const AccountId& id, const std::string& code)
{
    return tx.run("DELETE FROM recovery_codes WHERE account_id = :id AND code_index = :code", id,
                  code_index(tx, id, code)) == 1;
}

} // namespace domain::access
