#pragma once

#include <mutex>
#include <optional>
#include <string_view>

#include "payments/gateway/gateway.hpp"
#include "payments/mangopay/http.hpp"

namespace payments::mangopay {

/// The moment that a Date header names: "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7; the
/// forms that are obsolete since 1994 are not read). Nothing for any other text.
std::optional<domain::Instant> moment_of(std::string_view date);

/// When Mangopay last answered, by both clocks. Only answers to what it did count: an error may be
/// some proxy's.
class LastAnswer {
public:
    /// `asked_at` is when the request was sent, not when its answer came: a slow answer, or a clock
    /// that is moved meanwhile, makes no clock run ahead.
    void note(domain::Instant asked_at, const HttpAnswer& answer);

    std::optional<Heard> heard() const;

private:
    mutable std::mutex mutex_;
    std::optional<Heard> heard_;
};

} // namespace payments::mangopay
