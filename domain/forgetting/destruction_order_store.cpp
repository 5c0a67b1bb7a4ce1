#include "domain/forgetting/destruction_order.hpp"

namespace domain::forgetting {

void order_destruction(Transaction& tx, std::string_view kind, std::string_view id)
{
    tx.run(R"(
        INSERT INTO destruction_orders (object_id, kind, reason, ordered_at)
        VALUES (:id, :kind, 'retention', :at)
        ON CONFLICT (object_id) DO NOTHING)",
           id, kind, tx.now);
}

} // namespace domain::forgetting
