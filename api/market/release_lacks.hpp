#pragma once

#include <nlohmann/json_fwd.hpp>

#include "api/market/release_wait.hpp"

namespace api::market {

/// What keeps the release of an order waiting, for whoever reads it: what is missing on its own
/// side field by field, in words, with where to mend it; of the rest a provider is told only whose
/// it is, and a client nothing (release_wait() tells whose). Empty when there is nothing to tell.
nlohmann::json release_lacks(domain::Transaction& tx, const domain::orders::Order& order,
                             const OrderReader& reader);

} // namespace api::market
