#pragma once

#include <cstdint>

#include "domain/storage/transaction.hpp"

namespace api::health {

/// What holds releases and documents up, for /readyz and /metrics.
struct HeldUp {
    std::int64_t releases_blocked = 0;
    std::int64_t invoices_waiting = 0; // of released orders
    std::int64_t series_ahead = 0;     // up to a hundred
    bool clock_ahead = false;
    bool mangopay_silent = false; // stops nothing

    bool warns() const
    {
        return releases_blocked + invoices_waiting + series_ahead > 0 || clock_ahead ||
               mangopay_silent;
    }
};

HeldUp held_up(domain::Transaction& tx);

} // namespace api::health
