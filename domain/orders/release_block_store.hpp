#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/refused.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::orders {

/// What is wrong with the documents of an order whose release waits for them, in words that name
/// nobody; an empty list takes away what was written before.
void write_complaints(Transaction& tx, const OrderId& id,
                      const std::vector<FieldError>& complaints);
std::vector<FieldError> complaints_about(Transaction& tx, const OrderId& id);

/// What the release of an order is seen to wait for, by keys that tell reasons apart.
struct Wait {
    std::optional<std::string> reason{};
    std::optional<Instant> since{};
    std::string told{}; // " key key ": whatever both sides were told of, ever
    auto fields() { return std::tie(reason, since, told); }
};
Wait wait_of(Transaction& tx, const OrderId& id);
void write_wait(Transaction& tx, const OrderId& id, const Wait& wait);

/// Orders whose release waits for a reason to go, in the order of their ids after `after`.
std::vector<OrderId> blocked_releases(Transaction& tx, const std::string& after, int most);
std::int64_t count_blocked_releases(Transaction& tx);

} // namespace domain::orders
