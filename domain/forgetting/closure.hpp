#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/core/refused.hpp"
#include "domain/core/words.hpp"
#include "domain/forgetting/duty.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::forgetting {

/// Why an account is closed.
enum class Cause : std::uint8_t { person, inactivity };
std::string_view name(Cause cause);
std::optional<Cause> parse_cause(std::string_view text);

/// Somebody is leaving, or has left.
struct Closure {
    AccountId account;
    Cause cause = Cause::person;
    Instant requested_at;
    std::optional<Instant> completed_at{};
};

/// What must settle before an account can go.
enum class Unsettled : std::uint8_t {
    open_orders,
    money_in_flight,
    claim_refused,
    wallet_not_empty,
    invoices_outstanding,
};

inline constexpr Word<Unsettled> unsettled_words[] = {
    {Unsettled::open_orders, "open_orders"},
    {Unsettled::money_in_flight, "money_in_flight"},
    {Unsettled::claim_refused, "claim_refused"},
    {Unsettled::wallet_not_empty, "wallet_not_empty"},
    {Unsettled::invoices_outstanding, "invoices_outstanding"},
};
inline constexpr Words all_unsettled(unsettled_words);

/// That it has not settled yet, and why, for the person.
struct Hold {
    Unsettled what;
    Say reason;
};

/// Who knows of holds. Each room that keeps something open brings one.
using Holder = std::function<std::vector<Hold>(Transaction&, const AccountId&)>;

/// What is known when an account finally goes.
struct Leaving {
    AccountId account;
    bool is_archived = false; // the law keeps something of it
};

/// How one part of the product forgets an account. Each room brings its own, jobs puts them in
/// order; whether it is carried out says the line of the policy.
struct Eraser {
    Duty duty;
    std::function<void(Transaction&, const Leaving&)> erase;
};

/// Carries out, in their order, the erasers whose line says what they do; no other.
void carry_out(Transaction& tx, const policy::Retention& retention,
               const std::vector<Eraser>& erasers, const Leaving& leaving);

} // namespace domain::forgetting
