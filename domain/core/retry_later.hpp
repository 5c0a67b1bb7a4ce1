#pragma once

#include <chrono>
#include <utility>

#include "domain/core/refused.hpp"

namespace domain {

/// A refusal that passes by itself: not before `wait` is over, and then it does.
class RetryLater : public Refused {
public:
    RetryLater(Refusal why, Say detail, std::chrono::seconds wait)
        : Refused(why, std::move(detail)), wait_(wait)
    {
    }

    std::chrono::seconds wait() const { return wait_; }

private:
    std::chrono::seconds wait_;
};

} // namespace domain
