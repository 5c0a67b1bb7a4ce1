#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/orders/order.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::contestations {

enum class Decision : std::uint8_t { release, partial_refund, full_refund };

std::string_view name(Decision decision);
std::optional<Decision> parse_decision(std::string_view text);

/// A client's complaint about the work, and what staff decided. Reasons are sealed under the
/// order's own key; "" once that is gone.
struct Contestation {
    OrderId order;
    std::string reason;
    Instant opened_at{};
    std::optional<Decision> decision{};
    Money refund = eur(0);
    std::string decision_reason{};
    std::optional<Instant> decided_at{};
};

/// What staff decided; `refund` only for a partial refund.
struct Verdict {
    Decision decision = Decision::release;
    Money refund = eur(0);
    std::string reason;
};

/// The client contests what is under way or delivered: nothing is released before staff decided.
orders::Order contest(Transaction& tx, const AccountId& client, const OrderId& id,
                      const std::string& reason);

/// Staff decides a contested order, with a recorded reason: release, partial or full refund.
/// A partial refund leaves the rest, and the commission on that rest, to be released.
orders::Order decide(Transaction& tx, const AccountId& staff, const OrderId& id,
                     const Verdict& verdict);

std::optional<Contestation> contestation_of(Transaction& tx, const OrderId& id);

/// Undecided contestations, oldest first, after the cursor `after`.
std::vector<Contestation> open_contestations(Transaction& tx, std::string_view after, int most);

} // namespace domain::contestations
