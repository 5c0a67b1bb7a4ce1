#include "domain/accounts/account_store.hpp"

#include "domain/storage/failures.hpp"
#include "domain/vault/vault.hpp"

namespace domain::accounts {

namespace {

struct Row {
    std::string id, kind;
    bool is_client = false, is_provider = false, is_company = false;
    std::optional<std::string> clientele;
    std::string language, state;
    std::optional<Instant> email_verified_at;
    Instant created_at;
    std::optional<Instant> last_sign_in_at;
    std::int64_t version = 0;
    auto fields()
    {
        return std::tie(id, kind, is_client, is_provider, is_company, clientele, language, state,
                        email_verified_at, created_at, last_sign_in_at, version);
    }
};

Account to_account(const Row& row)
{
    const auto id = AccountId::parse(row.id);
    const auto kind = parse_account_kind(row.kind);
    const auto state = parse_account_state(row.state);
    const auto clientele = parse_clientele(row.clientele.value_or("both"));
    check(id && kind && state && clientele, "a stored account is well-formed");
    return {.id = *id,
            .kind = *kind,
            .is_client = row.is_client,
            .is_provider = row.is_provider,
            .is_company = row.is_company,
            .clientele = *clientele,
            .language = parse_language(row.language),
            .state = *state,
            .email_verified = row.email_verified_at.has_value(),
            .created_at = row.created_at,
            .last_sign_in_at = row.last_sign_in_at,
            .version = row.version,
            .email_verified_at = row.email_verified_at};
}

std::optional<std::string> clientele_of(const Account& account)
{
    if (!account.is_provider) return {};
    return std::string(name(account.clientele));
}

} // namespace

void insert(Transaction& tx, const Account& account, std::string_view source)
{
    tx.run(R"(
        INSERT INTO accounts (id, kind, is_client, is_provider, is_company, clientele, language,
                              state, source, created_at, last_activity_at, version)
        VALUES (:id, :kind, :client, :provider, :company, :clientele, :language, :active, :source,
                :at, :at, 1))",
           account.id, name(account.kind), account.is_client, account.is_provider,
           account.is_company, clientele_of(account), name(account.language),
           name(AccountState::active), source, tx.now);
}

std::optional<Account> maybe_find(Transaction& tx, const AccountId& id)
{
    const auto row = tx.maybe<Row>(R"(
        SELECT id, kind, is_client, is_provider, is_company, clientele, language, state,
               email_verified_at, created_at, last_sign_in_at, version
          FROM accounts
         WHERE id = :id)",
                                   id);
    if (!row) return {};
    return to_account(*row);
}

std::optional<AccountId> newest(Transaction& tx)
{
    return tx.maybe<AccountId>("SELECT id FROM accounts WHERE state <> :closed ORDER BY id DESC "
                               "LIMIT 1",
                               name(AccountState::closed));
}

Account find(Transaction& tx, const AccountId& id)
{
    const auto found = maybe_find(tx, id);
    if (!found) throw not_found();
    return *found;
}

Account lock(Transaction& tx, const AccountId& id)
{
    const auto row = tx.maybe<Row>(R"(
        SELECT id, kind, is_client, is_provider, is_company, clientele, language, state,
               email_verified_at, created_at, last_sign_in_at, version
          FROM accounts
         WHERE id = :id
           FOR UPDATE)",
                                   id);
    if (!row) throw not_found();
    return to_account(*row);
}

std::string index_of(Transaction& tx, const Email& email)
{
    return tx.vault.blind_index("email", email.text());
}

std::optional<Account> find_by_email(Transaction& tx, const Email& email)
{
    return find_by_email_index(tx, index_of(tx, email));
}

std::optional<std::string> verified_index_of(Transaction& tx, const AccountId& id)
{
    return tx.maybe<std::string>(
        "SELECT email_index FROM accounts WHERE id = :id AND email_index IS NOT NULL", id);
}

std::optional<Account> find_by_email_index(Transaction& tx, std::string_view email_index)
{
    const auto row = tx.maybe<Row>(R"(
        SELECT id, kind, is_client, is_provider, is_company, clientele, language, state,
               email_verified_at, created_at, last_sign_in_at, version
          FROM accounts
         WHERE email_index = :email_index)",
                                   email_index);
    if (!row) return {};
    return to_account(*row);
}

Refused changed_meanwhile()
{
    return {Refusal::changed_meanwhile,
            {"Le compte a changé entre-temps : relisez-le.",
             "The account changed meanwhile: read it again."}};
}

void save(Transaction& tx, const Account& account)
{
    const auto saved =
        tx.run(R"(
        UPDATE accounts
           SET is_client = :client, is_provider = :provider, is_company = :company,
               clientele = :clientele, language = :language, last_activity_at = :at,
               version = version + 1
         WHERE id = :id AND version = :version)",
               account.is_client, account.is_provider, account.is_company, clientele_of(account),
               name(account.language), tx.now, account.id, account.version);
    if (saved == 0) throw changed_meanwhile();
}

void want_email(Transaction& tx, const AccountId& id, const std::string& email_index)
{
    tx.run("UPDATE accounts SET wanted_email_index = :email_index WHERE id = :id", email_index, id);
}

std::vector<AccountId> wanting_email(Transaction& tx, const std::string& email_index, int limit)
{
    return tx.all<AccountId>(R"(
        SELECT id
          FROM accounts
         WHERE wanted_email_index = :email_index AND email_verified_at IS NULL
         ORDER BY id
         LIMIT :limit)",
                             email_index, limit);
}

bool claim_email(Transaction& tx, const AccountId& id, const std::string& email_index)
{
    const auto taken = tx.maybe<std::string>(
        "SELECT id FROM accounts WHERE email_index = :email_index", email_index);
    if (taken) return *taken == id.text();
    try {
        tx.run(R"(
            UPDATE accounts
               SET email_index = :email_index, email_verified_at = :at,
                   wanted_email_index = NULL, last_activity_at = :at, version = version + 1
             WHERE id = :id)",
               email_index, tx.now, id);
    } catch (const storage::ConstraintViolated&) {
        // Claimed by another account since the look above: a second look will find it.
        throw storage::LostRace("e-mail address");
    }
    return true;
}

void touch_sign_in(Transaction& tx, const AccountId& id)
{
    tx.run("UPDATE accounts SET last_sign_in_at = :at, last_activity_at = :at WHERE id = :id",
           tx.now, id);
}

void set_state(Transaction& tx, const AccountId& id, AccountState state)
{
    tx.run("UPDATE accounts SET state = :state, version = version + 1 WHERE id = :id", name(state),
           id);
}

} // namespace domain::accounts
