#pragma once

#include <optional>
#include <string>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/core/money.hpp"
#include "domain/orders/lifecycle.hpp"

namespace domain::orders {

/// An order without anything about the people behind it. What was agreed is its evidence.
struct Order {
    OrderId id;
    std::optional<QuoteId> quote{}; // an order need not be born of a quote
    std::int64_t quote_version = 0;
    std::optional<RequestId> request{};
    AccountId client;
    AccountId provider;
    State state = State::awaiting_payment;
    Money net = eur(0);
    Money vat = eur(0);
    Money gross = eur(0);
    Money commission_net = eur(0); // of what the provider is paid: less after a partial refund
    Money commission_vat = eur(0);
    Instant accepted_at{};
    Instant payment_due_at{};
    std::optional<MoneyOperationId> payin{}; // that funded it
    std::optional<Instant> funded_at{};
    std::optional<Instant> started_at{};
    std::optional<Instant> delivered_at{};
    std::optional<Instant> validated_at{};
    std::string validated_by{}; // client, clock or staff
    std::optional<Instant> cancelled_at{};
    std::optional<Instant> release_planned_at{};
    std::string release_blocked_reason{}; // why the release waits
    std::optional<Instant> released_at{};
    Money refund_due = eur(0);
    Money refunded = eur(0);
    std::optional<Instant> refunded_at{};
    std::int64_t version = 1;

    Money commission() const { return commission_net + commission_vat; }
    /// What is left for the provider to be paid from, before the commission.
    Money kept() const { return gross - refund_due; }
};

/// On which side of the order somebody stands; nothing for strangers.
std::optional<Party> party_of(const Order& order, const AccountId& viewer);

/// The order after `action`, with the date it leaves; refuses what the lifecycle does not
/// allow.
Order advanced(Order order, Action action, Party by, Instant at);

} // namespace domain::orders
