#include "domain/accounts/forgetting_store.hpp"

#include "domain/accounts/account.hpp"

namespace domain::accounts {

void leave_tombstone(Transaction& tx, const AccountId& id)
{
    tx.run(R"(
        UPDATE accounts
           SET state = :closed, email_index = NULL, wanted_email_index = NULL,
               email_verified_at = NULL, clientele = NULL,
               is_company = 0, source = '', last_sign_in_at = NULL, last_contact_at = NULL,
               closed_at = :at, version = version + 1
         WHERE id = :id)",
           name(AccountState::closed), tx.now, id);
}

void erase(Transaction& tx, const AccountId& id)
{
    tx.run("DELETE FROM accounts WHERE id = :id", id);
}

std::vector<Unverified> unverified(Transaction& tx, Instant before, const std::string& after,
                                   int limit)
{
    return tx.all<Unverified>(R"(
        SELECT id, created_at
          FROM accounts
         WHERE email_verified_at IS NULL AND kind = :member AND state = :active
           AND created_at < :before AND id > :after
         ORDER BY id
         LIMIT :limit)",
                              storage::written<AccountKind::member>,
                              storage::written<AccountState::active>, before, after, limit);
}

bool is_unverified(Transaction& tx, const AccountId& id)
{
    return tx
        .maybe<std::string>(R"(
            SELECT id
              FROM accounts
             WHERE id = :id AND email_verified_at IS NULL AND kind = :member AND state = :active
               FOR UPDATE)",
                            id, storage::written<AccountKind::member>,
                            storage::written<AccountState::active>)
        .has_value();
}

} // namespace domain::accounts
