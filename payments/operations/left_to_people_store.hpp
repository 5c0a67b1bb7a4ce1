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
    payout_refused, // the same of a provider
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

/// What is owed to `account` and refused for good.
std::vector<LeftToPeople> refused_claims_of(Transaction& tx, const AccountId& account);

/// Whether another operation has taken the place of one that was given up: of the same intent, or a
/// later payout, which pays everything there is.
bool has_successor(Transaction& tx, const Operation& given_up);

/// Whether what `intent` names was carried out, by whichever operation.
bool has_happened(Transaction& tx, std::string_view intent);

/// Whether a failed operation's claim was not taken over by a later one, nor met by another.
bool is_latest(Transaction& tx, const Operation& failed);

} // namespace payments::operations
