#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/core/words.hpp"
#include "domain/orders/order.hpp"
#include "domain/platform/marketplace.hpp"
#include "domain/storage/transaction.hpp"
#include "payments/operations/operations.hpp"

namespace payments::flows::pay_ins {

using domain::Transaction;

/// Intends the client's payment of the whole order by card. While one attempt is open, that
/// is the answer; after a refused one, a new attempt. Refuses when the order awaits no
/// payment, or its provider cannot be paid just now.
operations::Operation plan(Transaction& tx, const domain::orders::Order& order,
                           const std::string& return_url, const domain::Marketplace& marketplace);

/// The latest attempt to pay `order`.
std::optional<operations::Operation> latest(Transaction& tx, const domain::OrderId& order);

/// How far a payment is, as the client sees it.
enum class Seen : std::uint8_t { processing, awaiting_card, succeeded, failed };

inline constexpr domain::Word<Seen> seen_words[] = {
    {Seen::processing, "processing"},
    {Seen::awaiting_card, "awaiting_card"},
    {Seen::succeeded, "succeeded"},
    {Seen::failed, "failed"},
};
inline constexpr domain::Words seen_states(seen_words);

Seen seen(const operations::Operation& payment);

/// Books what became of a pay-in: money that has arrived is held for its order; what came too
/// late, or twice, goes back.
void settled(Transaction& tx, const operations::Change& change);

} // namespace payments::flows::pay_ins
