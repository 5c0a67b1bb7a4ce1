#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/core/refused.hpp"
#include "domain/orders/order.hpp"
#include "domain/storage/transaction.hpp"

/// What whoever moves the money tells an order, and asks of it. Every function is safe to
/// repeat; facts that Mangopay reported are never refused.
namespace domain::orders {

enum class Funding : std::uint8_t {
    funded,     // by this pay-in, now or before
    too_late,   // the order was cancelled or had expired: all of it goes back (refund_due)
    not_needed, // another pay-in funded it before: the caller sends this one back
};

/// A pay-in of the whole gross amount succeeded at `at`.
Funding mark_funded(Transaction& tx, const OrderId& id, const MoneyOperationId& payin, Instant at);

/// What is to be transferred to the provider: `gross` with `fees` kept by the platform.
struct Release {
    AccountId client;
    AccountId provider;
    Money gross = eur(0);
    Money fees = eur(0);
};

/// Plans the release of a validated order: from here on the client cannot cancel. Nothing when
/// there is none to plan: not validated, released before, or a partial refund comes first.
std::optional<Release> plan_release(Transaction& tx, const OrderId& id);

/// The release waits for `reason`, a code ("identity_not_verified"); the client may cancel, unless
/// it is its documents that it waits for: `complaints` then say what is wrong with them.
void block_release(Transaction& tx, const OrderId& id, std::string_view reason,
                   const std::vector<FieldError>& complaints = {});

/// The transfer succeeded: the provider has the money, invoices follow (order_released).
void mark_released(Transaction& tx, const OrderId& id);

/// `amount`, all that was due, is back with the client: both sides are told, each what is true for
/// it. After a partial refund the release is due.
void mark_refunded(Transaction& tx, const OrderId& id, Money amount);

/// What was due to the client was paid to it by other means than the refund of its payment: the
/// same, of which the client is told in another mail.
void mark_paid_back(Transaction& tx, const OrderId& id);

} // namespace domain::orders
