#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/storage/transaction.hpp"
#include "payments/operations/operation.hpp"

namespace payments::operations {

using domain::Transaction;

/// Writes `plan` down, to be sent by a job (money_operation_due). When its intent is live
/// already, that operation is the answer: nothing is intended twice.
Operation plan(Transaction& tx, const Plan& plan);

/// A recipient's plan, taken to `sending` at once: what is to be sent (an IBAN) is written
/// nowhere, so only the caller can send it, now. Nothing when the intent was used before.
std::optional<Operation> plan_to_send_now(Transaction& tx, const Plan& plan);

/// Has the planned operations of an account sent now, in that role: what they waited for is there.
void wake(Transaction& tx, const AccountId& account, Role role);

/// What moved in an operation's life.
struct Change {
    Operation operation; // as it is now
    State from;
    bool was_given_up = false; // before: what had been set aside for it was given back then
    std::optional<Resource> resource{};

    /// It happened after all.
    bool is_late() const { return was_given_up && is_carried_out(operation.state); }
};

/// Claims a planned or unknown operation for one sender: of many callers, one gets it.
bool claim(Transaction& tx, const Operation& planned);

/// Undoes the claim of `planned` by its sender, who knows that nothing was sent: it is planned as
/// before. False when the row has moved on since that claim.
bool take_back(Transaction& tx, const Operation& planned);

/// Applies what Mangopay says. Repeating it, or telling older news, changes nothing (empty).
/// Safe from any state; a movement that is not what was asked for is left for people, and nothing
/// of it booked. One that had failed and succeeds after all has succeeded, or is doubled where
/// another took its place.
std::optional<Change> record(Transaction& tx, const MoneyOperationId& id, const Outcome& outcome);

/// A payout that the bank sent back.
std::optional<Change> record_return(Transaction& tx, const MoneyOperationId& id,
                                    std::string_view code);

/// The answer will not come any more: from sending to unknown.
void lose(Transaction& tx, const MoneyOperationId& id);

/// No longer wanted: fails a planned operation that nobody has sent. False when it is too late.
std::optional<Change> drop(Transaction& tx, const MoneyOperationId& id, std::string_view code);

/// Nobody could find out: people have to.
void give_up(Transaction& tx, const MoneyOperationId& id);

/// People have found the object of an operation in manual_review: it is read at once, and decides
/// if it is what was asked for. False when nothing is left to people, or it is another's.
bool point_out(Transaction& tx, const MoneyOperationId& id, const ResourceId& resource);

/// People have found that an operation in manual_review did not happen: it has failed, and is
/// planned anew when it is `wanted_still`. Nothing when nothing is left to people.
std::optional<Change> deny(Transaction& tx, const MoneyOperationId& id, bool wanted_still);

/// People have paid from their own bank what nobody can be paid by Mangopay. Nothing when somebody
/// can.
std::optional<Change> pay_otherwise(Transaction& tx, const MoneyOperationId& id);

/// People have settled what happened twice. Nothing when it did not.
std::optional<Change> make_good(Transaction& tx, const MoneyOperationId& id);

/// Looked at without news: look again later.
void postpone(Transaction& tx, const MoneyOperationId& id);

/// Looked at while Mangopay's lists may still lag behind its sending: look again when as much time
/// again has passed, and at the latest as soon as they are complete. That was no attempt.
void await_listing(Transaction& tx, const MoneyOperationId& id);

} // namespace payments::operations
