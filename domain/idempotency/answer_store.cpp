#include "domain/idempotency/answer_store.hpp"

namespace domain::idempotency {

std::optional<StoredAnswer> find_answer(Transaction& tx, std::string_view actor,
                                        std::string_view key)
{
    return tx.maybe<StoredAnswer>(R"(
        SELECT route, body_index, answer, status
          FROM idempotency_keys
         WHERE actor = :actor AND key = :key)",
                                  actor, key);
}

bool insert_answer(Transaction& tx, std::string_view actor, std::string_view key,
                   const StoredAnswer& given)
{
    return tx.run(R"(
        INSERT INTO idempotency_keys (actor, key, route, body_index, status, answer, created_at)
        VALUES (:actor, :key, :route, :body, :status, :answer, :at)
        ON CONFLICT (actor, key) DO NOTHING)",
                  actor, key, given.route, given.body_index, given.status, given.answer,
                  tx.now) == 1;
}

} // namespace domain::idempotency
