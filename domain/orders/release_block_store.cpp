#include "domain/orders/release_block_store.hpp"

#include <nlohmann/json.hpp>

#include <optional>

#include "domain/orders/lifecycle.hpp"

namespace domain::orders {

using nlohmann::json;

void write_complaints(Transaction& tx, const OrderId& id, const std::vector<FieldError>& complaints)
{
    auto list = json::array();
    for (const auto& [field, message] : complaints)
        list.push_back({{"field", field}, {"fr", message.fr}, {"en", message.en}});
    const auto text = list.empty() ? std::nullopt : std::optional(list.dump());
    tx.run("UPDATE orders SET release_complaints = :complaints WHERE id = :id", text, id);
}

std::vector<FieldError> complaints_about(Transaction& tx, const OrderId& id)
{
    const auto text = tx.one<std::optional<std::string>>(
        "SELECT release_complaints FROM orders WHERE id = :id", id);
    std::vector<FieldError> complaints;
    if (!text) return complaints;
    for (const auto& one : json::parse(*text)) {
        complaints.push_back({one.at("field").get<std::string>(),
                              {one.at("fr").get<std::string>(), one.at("en").get<std::string>()}});
    }
    return complaints;
}

Wait wait_of(Transaction& tx, const OrderId& id)
{
    return tx.one<Wait>(R"(
        SELECT release_awaits, release_awaits_since, release_told
          FROM orders
         WHERE id = :id)",
                        id);
}

void write_wait(Transaction& tx, const OrderId& id, const Wait& wait)
{
    tx.run(R"(
        UPDATE orders
           SET release_awaits = :reason, release_awaits_since = :since, release_told = :told
         WHERE id = :id)",
           wait.reason, wait.since, wait.told, id);
}

std::vector<OrderId> blocked_releases(Transaction& tx, const std::string& after, int most)
{
    return tx.all<OrderId>(R"(
        SELECT id
          FROM orders
         WHERE state IN (:awaiting_release) AND release_blocked_reason IS NOT NULL AND id > :after
         ORDER BY id
         LIMIT :most)",
                           storage::written<awaiting_release>, after, most);
}

std::int64_t count_blocked_releases(Transaction& tx)
{
    return tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM orders
         WHERE state IN (:awaiting_release) AND release_blocked_reason IS NOT NULL)",
                                storage::written<awaiting_release>);
}

} // namespace domain::orders
