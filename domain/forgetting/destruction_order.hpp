#pragma once

#include <string_view>

#include "domain/storage/transaction.hpp"

namespace domain::forgetting {

/// Orders that a row of an append-only table be destroyed; without an order, its trigger refuses
/// the DELETE. `kind` says what the object is ("quote_version"), `id` which. Safe to repeat.
void order_destruction(Transaction& tx, std::string_view kind, std::string_view id);

} // namespace domain::forgetting
