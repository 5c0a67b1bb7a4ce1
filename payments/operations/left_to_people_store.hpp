#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/words.hpp"
#include "domain/storage/transaction.hpp"
#include "payments/operations/operation.hpp"

namespace payments::operations {

using domain::Transaction;

/// Why a movement of money waits for people.
enum class Why : std::uint8_t {
    in_review,      // nobody could find out what became of it, or it differs from what was asked
    refund_refused, // for good: the client is to be paid in another way
    payout_refused, // the same of a provider; or refused to one who gives no other bank account
    doubled,        // it happened twice
};

inline constexpr domain::Word<Why> why_words[] = {
    {Why::in_review, "in_review"},
    {Why::refund_refused, "refund_refused"},
    {Why::payout_refused, "payout_refused"},
    {Why::doubled, "doubled"},
};
inline constexpr domain::Words whys(why_words);

constexpr std::string_view name(Why why)
{
    return whys.name(why);
}

/// A movement that waits for people, and since when.
struct LeftToPeople {
    Operation operation;
    Why why = Why::in_review;
    domain::Instant since;
};

/// All of them in the order of their ids, after the id `after`.
std::vector<LeftToPeople> left_to_people(Transaction& tx, const std::string& after, int most);

/// Why `id` waits for people; nothing when it does not.
std::optional<Why> why_left(Transaction& tx, const MoneyOperationId& id);

/// What is owed to `account` and refused for good, whoever it is.
std::vector<LeftToPeople> refused_claims_of(Transaction& tx, const AccountId& account);

/// Whether another operation has taken the place of one that was given up: of the same intent, or a
/// payout planned since, which pays everything there is.
bool has_successor(Transaction& tx, const Operation& abandoned);

/// Whether what `intent` names was carried out, by whichever operation.
bool has_happened(Transaction& tx, std::string_view intent);

/// Whether the claim of an operation that failed, or came back, was not taken over by one planned
/// since, nor met by another.
bool is_latest(Transaction& tx, const Operation& left_unpaid);

} // namespace payments::operations
