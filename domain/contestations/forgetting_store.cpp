#include "domain/contestations/forgetting_store.hpp"

namespace domain::contestations {

void erase_contestation(Transaction& tx, const OrderId& order)
{
    tx.run("DELETE FROM order_contestations WHERE order_id = :order", order);
}

} // namespace domain::contestations
