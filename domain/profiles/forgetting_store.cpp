#include "domain/profiles/forgetting_store.hpp"

namespace domain::profiles {

void erase_profile(Transaction& tx, const AccountId& account)
{
    tx.run("DELETE FROM former_traits WHERE account_id = :account", account);
    tx.run("DELETE FROM account_company WHERE account_id = :account", account);
    tx.run("DELETE FROM account_contact WHERE account_id = :account", account);
    tx.run("DELETE FROM account_identity WHERE account_id = :account", account);
    tx.run("DELETE FROM account_likenesses WHERE account_id = :account", account);
}

bool has_profile(Transaction& tx, const AccountId& account)
{
    return tx.one<std::int64_t>(R"(
        SELECT (SELECT COUNT(*) FROM former_traits WHERE account_id = :account)
               + (SELECT COUNT(*) FROM account_company WHERE account_id = :account)
               + (SELECT COUNT(*) FROM account_contact WHERE account_id = :account)
               + (SELECT COUNT(*) FROM account_identity WHERE account_id = :account)
               + (SELECT COUNT(*) FROM account_likenesses WHERE account_id = :account))",
                                account) > 0;
}

} // namespace domain::profiles
