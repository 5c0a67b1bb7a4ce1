#pragma once

#include <cstdint>
#include <mutex>

#include "payments/mangopay/http.hpp"

namespace payments::mangopay {

/// What Mangopay still allows, read off its X-RateLimit headers: each is repeated once per
/// window (15 min, 30 min, 1 h, 24 h today), as separate lines or joined by commas.
class Budget {
public:
    void note(const HttpHeaders& headers);

    /// The least that any window still allows; a large number before the first answer.
    std::int64_t remaining() const;

    /// Background work leaves the last calls to money.
    bool allows_background_work() const { return remaining() > reserved_for_money; }

    static constexpr std::int64_t reserved_for_money = 200;

private:
    mutable std::mutex mutex_;
    std::int64_t remaining_ = 1'000'000;
};

} // namespace payments::mangopay
