#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <vector>

#include "api/http/message.hpp"
#include "domain/core/instant.hpp"

namespace mangopay_sandbox {

/// Calls per window of 15 minutes, 30 minutes, an hour and a day. Windows are aligned to the
/// clock; Mangopay's own are leaky buckets.
class Rates {
public:
    /// Counts a call. True while no window is full; `scale` multiplies the limits.
    bool count(domain::Instant now, std::int64_t scale);

    /// X-RateLimit, -Remaining and -Reset, each as four lines.
    std::vector<api::http::Header> headers(std::int64_t scale) const;

private:
    struct Window {
        std::int64_t started = 0; // Unix time
        std::int64_t calls = 0;
    };
    std::array<Window, 4> windows_{};
};

} // namespace mangopay_sandbox
