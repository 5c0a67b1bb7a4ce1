#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "payments/gateway/command.hpp"

namespace payments::hooks {

/// What has to be read again when Mangopay calls.
enum class Subject : std::uint8_t {
    pay_in,
    transfer,
    payout,
    refund,        // of a pay-in
    payout_refund, // a payout that the bank sent back
    user,
    renewal, // of what Mangopay knows of a user, before a date
    verification,
    recipient,
};

struct Subscription {
    std::string_view event_type;
    Subject subject;
};

/// Every event type that we want to be called about.
std::span<const Subscription> subscriptions();

/// Nothing for a type that we did not ask for.
std::optional<Subject> subject_of(std::string_view event_type);

} // namespace payments::hooks
