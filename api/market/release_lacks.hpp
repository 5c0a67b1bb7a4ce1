#pragma once

#include <nlohmann/json_fwd.hpp>

#include "domain/core/language.hpp"
#include "domain/orders/order.hpp"
#include "domain/storage/transaction.hpp"

namespace api::market {

/// What its provider can do about the documents of an order that could not be issued, in words; of
/// what is the client's or the operator's, only whose it is.
nlohmann::json release_lacks(domain::Transaction& tx, const domain::orders::Order& order,
                             domain::Language language);

} // namespace api::market
