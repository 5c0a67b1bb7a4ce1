#pragma once

#include <cstdint>

#include "domain/storage/transaction.hpp"

namespace api::health {

/// What holds releases and documents up, and what is wrong with documents, for /readyz and
/// /metrics.
struct HeldUp {
    std::int64_t releases_blocked = 0;
    std::int64_t invoices_waiting = 0;  // of released orders
    std::int64_t series_ahead = 0;      // up to a hundred
    std::int64_t series_unsigned = 0;   // have links of two hours ago that no head covers
    std::int64_t documents_damaged = 0; // found by whoever read them, on any node
    std::int64_t documents_remade = 0;  // likewise, and made again in the last seven days
    bool clock_ahead = false;
    bool mangopay_silent = false; // stops nothing

    bool warns() const
    {
        const auto waiting = releases_blocked + invoices_waiting + series_ahead;
        const auto documents = documents_damaged + documents_remade + series_unsigned;
        return waiting + documents > 0 || clock_ahead || mangopay_silent;
    }
};

HeldUp held_up(domain::Transaction& tx);

} // namespace api::health
