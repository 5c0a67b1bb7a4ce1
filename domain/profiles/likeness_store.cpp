#include "domain/profiles/likeness_store.hpp"

#include <cstdint>

namespace domain::profiles {

void remember_likenesses(Transaction& tx, const AccountId& account,
                         const std::vector<std::string>& likenesses)
{
    for (const auto& likeness : likenesses) {
        tx.run(R"(
            INSERT INTO account_likenesses (account_id, likeness)
            VALUES (:account, :likeness)
            ON CONFLICT DO NOTHING)",
               account, likeness);
    }
}

bool are_one_party(Transaction& tx, const AccountId& one, const AccountId& other)
{
    return tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM account_likenesses a
          JOIN account_likenesses b ON b.likeness = a.likeness
         WHERE a.account_id = :one AND b.account_id = :other)",
                                one, other) > 0;
}

} // namespace domain::profiles
