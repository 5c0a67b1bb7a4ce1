#include "domain/idempotency/forgetting_store.hpp"

#include "domain/forgetting/aged_rows.hpp"

namespace domain::idempotency {

forgetting::RowSweep aged_answers()
{
    return forgetting::aged({"stored_answers"}, "stored answer",
                            "SELECT COUNT(*) FROM idempotency_keys WHERE created_at < :before", R"(
        DELETE FROM idempotency_keys
         WHERE (actor, key) IN (SELECT actor, key
                                  FROM idempotency_keys
                                 WHERE created_at < :before
                                 ORDER BY created_at
                                 LIMIT :limit))");
}

forgetting::Eraser eraser()
{
    return {forgetting::with_the_account("account"),
            [](Transaction& tx, const forgetting::Leaving& leaving) {
                tx.run("DELETE FROM idempotency_keys WHERE actor = :actor", leaving.account);
            }};
}

} // namespace domain::idempotency
