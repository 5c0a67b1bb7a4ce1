#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/storage/transaction.hpp"

namespace payments::operations {

using domain::AccountId;
using domain::MoneyOperationId;
using domain::Transaction;

/// How many movements in the account's name have not come to their end.
std::int64_t count_moving(Transaction& tx, const AccountId& account);

/// Operations of the account that moved nothing: nothing asks for them to be kept.
std::vector<MoneyOperationId> idle_of(Transaction& tx, const AccountId& account);

/// Operations settled, or else made, before `before`, after the id `after`. What a verification
/// or a recipient still in use came from stays with it.
struct Ended {
    MoneyOperationId id = domain::storage::unread;
    domain::Instant at;
    auto fields() { return std::tie(id, at); }
};
std::vector<Ended> ended(Transaction& tx, domain::Instant before, const std::string& after,
                         int limit);

/// When the last operation of the account was settled, or else made.
std::optional<domain::Instant> last_of(Transaction& tx, const AccountId& account);

/// Deletes the operation with its steps, under an order of destruction. False when it was gone
/// before.
bool erase(Transaction& tx, const MoneyOperationId& id);

} // namespace payments::operations
