#pragma once

#include <cstdint>

#include "domain/storage/transaction.hpp"

namespace payments::reconciliation {

/// What people have to look at, for /readyz and /metrics: up to a thousand movements.
struct Attention {
    std::int64_t in_review = 0;       // operations that nobody could find out about, or that differ
    std::int64_t returns_unread = 0;  // sent back by a bank for a day, and not booked yet
    std::int64_t refunds_refused = 0; // to be paid back in another way than to the card
    std::int64_t payouts_refused = 0; // to be paid out in another way
    std::int64_t doubled = 0;         // happened twice

    std::int64_t total() const
    {
        return in_review + returns_unread + refunds_refused + payouts_refused + doubled;
    }
};

Attention attention(domain::Transaction& tx);

} // namespace payments::reconciliation
