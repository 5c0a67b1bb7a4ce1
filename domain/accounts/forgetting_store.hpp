#pragma once

#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::accounts {

/// What is left of an account whose orders and invoices the law keeps: an id and dates.
void leave_tombstone(Transaction& tx, const AccountId& id);

/// Deletes the account itself; everything that refers to it has gone before.
void erase(Transaction& tx, const AccountId& id);

/// Members that never verified their address and signed up before `before`, after the id `after`.
struct Unverified {
    AccountId id = storage::unread;
    Instant signed_up_at;
    auto fields() { return std::tie(id, signed_up_at); }
};
std::vector<Unverified> unverified(Transaction& tx, Instant before, const std::string& after,
                                   int limit);
bool is_unverified(Transaction& tx, const AccountId& id);

} // namespace domain::accounts
