#include "domain/access/email_change_store.hpp"

#include "domain/access/mailed_token_store.hpp"
#include "domain/accounts/account_store.hpp"
#include "domain/core/check.hpp"
#include "domain/vault/sealed_row.hpp"

namespace domain::access {

namespace {

struct Row {
    EmailChangeId id = storage::unread;
    std::optional<std::string> new_email, former_email;
    auto fields() { return std::tie(id, new_email, former_email); }
};

vault::SealedRow part_of(Transaction& tx, const AccountId& account, const EmailChangeId& id)
{
    return {tx, "email_changes", Category::contact, account.text(), id.text()};
}

EmailChange opened(Transaction& tx, const AccountId& account, const Row& row)
{
    const auto part = part_of(tx, account, row.id);
    return {row.id, part.opened("new_email", row.new_email),
            part.opened("former_email", row.former_email)};
}

} // namespace

EmailChangeId write_waiting_change(Transaction& tx, const AccountId& account,
                                   const accounts::Email& to, const std::string& from)
{
    auto id = EmailChangeId::fresh(tx.now);
    const auto part = part_of(tx, account, id);
    tx.run(R"(
        INSERT INTO email_changes (id, account_id, is_waiting, new_email, wanted_email_index,
                                   former_email, changed_at)
        VALUES (:id, :account, 1, :to, :wanted, :from, :at))",
           id, account, part.sealed("new_email", to.text()), accounts::index_of(tx, to),
           part.sealed("former_email", from), tx.now);
    return id;
}

std::optional<EmailChange> waiting_change(Transaction& tx, const AccountId& account)
{
    const auto row = tx.maybe<Row>(R"(
        SELECT id, new_email, former_email
          FROM email_changes
         WHERE account_id = :account AND is_waiting = 1)",
                                   account);
    if (!row) return {};
    return opened(tx, account, *row);
}

std::optional<EmailChange> maybe_find_change(Transaction& tx, const AccountId& account,
                                             const EmailChangeId& id)
{
    const auto row = tx.maybe<Row>(R"(
        SELECT id, new_email, former_email
          FROM email_changes
         WHERE id = :id AND account_id = :account)",
                                   id, account);
    if (!row) return {};
    return opened(tx, account, *row);
}

std::vector<std::string> addresses_of(Transaction& tx, const AccountId& account)
{
    std::vector<std::string> addresses;
    for (const auto& row : tx.all<Row>(R"(
        SELECT id, new_email, former_email
          FROM email_changes
         WHERE account_id = :account)",
                                       account)) {
        const auto change = opened(tx, account, row);
        for (const auto& address : {change.to, change.from}) {
            if (!address.empty()) addresses.push_back(address);
        }
    }
    return addresses;
}

void mark_change_done(Transaction& tx, const EmailChangeId& id)
{
    tx.run(R"(
        UPDATE email_changes
           SET is_waiting = 0, new_email = NULL, wanted_email_index = NULL, changed_at = :at
         WHERE id = :id)",
           tx.now, id);
}

std::vector<AccountId> changing_to(Transaction& tx, const std::string& email_index, int limit)
{
    return tx.all<AccountId>(R"(
        SELECT account_id
          FROM email_changes
         WHERE wanted_email_index = :email_index
         ORDER BY account_id
         LIMIT :limit)",
                             email_index, limit);
}

void drop_waiting_change(Transaction& tx, const AccountId& account)
{
    tx.run("DELETE FROM email_changes WHERE account_id = :account AND is_waiting = 1", account);
    revoke_tokens(tx, account, TokenPurpose::email_change);
}

} // namespace domain::access
