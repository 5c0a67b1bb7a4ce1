#pragma once

#include <nlohmann/json_fwd.hpp>

#include "domain/core/language.hpp"
#include "domain/orders/order.hpp"
#include "domain/platform/marketplace.hpp"
#include "domain/storage/transaction.hpp"

namespace api::market {

/// One of the two parties of an order, who reads it.
struct OrderReader {
    domain::orders::Party party;
    domain::Language language;
    domain::Marketplace marketplace;
};

/// On whose side the release of an order waits, and what that is for this reader, in words that say
/// nothing of the other's; null when it does not wait.
nlohmann::json release_wait(domain::Transaction& tx, const domain::orders::Order& order,
                            const OrderReader& reader);

} // namespace api::market
