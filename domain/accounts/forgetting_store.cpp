#include "domain/accounts/forgetting_store.hpp"

namespace domain::accounts {

void erase_person(Transaction& tx, const AccountId& id)
{
    tx.run("DELETE FROM sessions WHERE account_id = :id", id);
    tx.run("DELETE FROM mailed_tokens WHERE account_id = :id", id);
    tx.run("DELETE FROM email_changes WHERE account_id = :id", id);
    tx.run("DELETE FROM recovery_codes WHERE account_id = :id", id);
    tx.run("DELETE FROM account_credentials WHERE account_id = :id", id);
    tx.run("DELETE FROM mail_preferences WHERE account_id = :id", id);
    tx.run("DELETE FROM payable_states WHERE account_id = :id", id);
    tx.run("DELETE FROM account_company WHERE account_id = :id", id);
    tx.run("DELETE FROM account_contact WHERE account_id = :id", id);
    tx.run("DELETE FROM account_identity WHERE account_id = :id", id);
}

void leave_tombstone(Transaction& tx, const AccountId& id)
{
    tx.run(R"(
        UPDATE accounts
           SET state = 'closed', email_index = NULL, email_verified_at = NULL, clientele = NULL,
               is_company = 0, source = '', last_sign_in_at = NULL, last_contact_at = NULL,
               closed_at = :at, version = version + 1
         WHERE id = :id)",
           tx.now, id);
}

void erase_acceptances(Transaction& tx, const AccountId& id)
{
    tx.run(R"(
        INSERT INTO destruction_orders (object_id, kind, reason, ordered_at)
        SELECT id, 'terms_acceptance', 'retention', :at
          FROM terms_acceptances
         WHERE account_id = :id
        ON CONFLICT (object_id) DO NOTHING)",
           tx.now, id);
    tx.run("DELETE FROM terms_acceptances WHERE account_id = :id", id);
}

void erase_wholly(Transaction& tx, const AccountId& id)
{
    erase_person(tx, id);
    erase_acceptances(tx, id);
    tx.run("DELETE FROM connection_log WHERE account_id = :id", id);
    tx.run("DELETE FROM accounts WHERE id = :id", id);
}

std::vector<Unverified> unverified(Transaction& tx, Instant before, const std::string& after,
                                   int limit)
{
    return tx.all<Unverified>(R"(
        SELECT id, created_at
          FROM accounts
         WHERE email_verified_at IS NULL AND kind = 'member' AND state = 'active'
           AND created_at < :before AND id > :after
         ORDER BY id
         LIMIT :limit)",
                              before, after, limit);
}

bool is_unverified(Transaction& tx, const AccountId& id)
{
    return tx
        .maybe<std::string>(R"(
            SELECT id
              FROM accounts
             WHERE id = :id AND email_verified_at IS NULL AND kind = 'member' AND state = 'active'
               FOR UPDATE)",
                            id)
        .has_value();
}

} // namespace domain::accounts
