#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/core/money.hpp"
#include "payments/gateway/command.hpp"
#include "payments/gateway/gateway.hpp"
#include "payments/operations/lifecycle.hpp"

namespace payments::operations {

using domain::AccountId;
using domain::MoneyOperationId;
using domain::OrderId;

/// What a movement aims at: a pay-in's beneficiary, a refund's pay-in, a payout's recipient, the
/// provider of a transfer. Other kinds have none.
using Target = std::variant<std::monostate, UserId, PayInId, RecipientId, AccountId>;

/// What is intended, before it has an id. `intent` names it ("pay_in ord_01…"): there is one
/// live operation per intent.
struct Plan {
    Kind kind;
    std::string intent;
    AccountId account_id; // in whose name
    Role role;
    std::optional<OrderId> order_id{};
    domain::Money amount = domain::eur(0);
    domain::Money fees = domain::eur(0);
    UserId author_id{}; // Mangopay's ids from here on; empty until they are known
    WalletId debited_wallet_id{};
    WalletId credited_wallet_id{};
    Target target{};
    std::string return_url{};
};

/// A money operation as it stands.
struct Operation {
    MoneyOperationId id;
    State state = State::planned;
    std::string idempotency_key;
    Plan plan;
    ResourceId resource_id;  // at Mangopay; empty until known
    std::string result_code; // Mangopay's, or our own word for why it failed
    std::string redirect_url;
    std::int64_t attempts = 0;
    std::optional<domain::Instant> first_sent_at;
    domain::Instant due_at;
    domain::Instant created_at;
    std::int64_t version = 1;
};

/// Mangopay keeps what it answered to a key for 24 hours. Beyond that, asking under the key
/// proves nothing any more, and sending again might do it twice.
inline constexpr std::chrono::hours key_lasts{23};

/// What `outcome` says, as an action of Mangopay's; nothing when it decides nothing.
std::optional<Action> action_of(const Outcome& outcome);

/// The object that `outcome` speaks of, if any.
const Resource* resource_in(const Outcome& outcome);

/// "101101" of a declined movement, "param_error" of a refused request, "" otherwise.
std::string code_of(const Outcome& outcome);

/// Whether it owes somebody money that Mangopay will never move to them: people have to pay it in
/// another way.
bool is_refused_for_good(const Operation& operation);

/// Whether `resource` is what `operation` asked for: a movement of another amount is not.
bool agrees(const Operation& operation, const Resource& resource);

/// How long after its sending Mangopay lists whatever it made. For what nobody can use without the
/// answer (a page to pay on) that is soon: made twice it would do no harm.
std::chrono::seconds listed_within(Kind kind);

/// Why an operation failed that Mangopay made nothing of, though it did not refuse it: its own
/// failure. Trying again is right, and needs nobody.
inline constexpr std::string_view not_made = "not_made";

/// Why an operation is left to people: Mangopay has it, with another amount than was asked for.
/// Nothing is booked of it: which sum is right, they find out.
inline constexpr std::string_view amount_differs = "amount_differs";

/// Why an operation failed that people said did not happen, and shall not.
inline constexpr std::string_view not_wanted = "not_wanted";

/// How long to wait before looking at an operation in that state again.
std::chrono::seconds patience(Kind kind, State state, std::int64_t attempts);

} // namespace payments::operations
