#include "domain/forgetting/erasure_journal.hpp"
#include "domain/forgetting/key_destruction.hpp"
#include "domain/vault/vault.hpp"

namespace domain::forgetting {

namespace {

struct Order {
    std::string id, subject_id, category;
    auto fields() { return std::tie(id, subject_id, category); }
};

void journal(vault::Vault& vault, const Order& order)
{
    vault.keys().transaction([&](Transaction& keys) {
        write_erasure(keys, order.id, order.subject_id, order.category);
    });
}

void destroy(vault::Vault& vault, const Order& order)
{
    if (order.category == every_category) {
        vault.destroy_all(order.subject_id);
        return;
    }
    const auto category = vault::parse_category(order.category);
    check(category.has_value(), "a key destruction names a category");
    vault.destroy(order.subject_id, *category);
}

} // namespace

void order_key_destruction(Transaction& tx, std::string_view subject,
                           std::optional<vault::Category> category)
{
    tx.run(R"(
        INSERT INTO key_destructions (id, subject_id, category, ordered_at)
        VALUES (:id, :subject, :category, :at))",
           fresh_suffix(tx.now), subject, category ? vault::name(*category) : every_category,
           tx.now);
}

std::int64_t destroy_ordered_keys(Database& db, vault::Vault& vault)
{
    constexpr int batch_max = 500;
    std::int64_t count = 0;
    while (true) {
        const auto orders = db.transaction([&](Transaction& tx) {
            return tx.all<Order>(R"(
                SELECT id, subject_id, category
                  FROM key_destructions
                 ORDER BY id
                 LIMIT :limit)",
                                 batch_max);
        });
        for (const auto& order : orders) {
            journal(vault, order);
            destroy(vault, order);
            db.transaction([&](Transaction& tx) {
                tx.run("DELETE FROM key_destructions WHERE id = :id", order.id);
            });
        }
        count += static_cast<std::int64_t>(orders.size());
        if (orders.size() < batch_max) return count;
    }
}

} // namespace domain::forgetting
