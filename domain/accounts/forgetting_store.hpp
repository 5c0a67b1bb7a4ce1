#pragma once

#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::accounts {

/// Deletes what an account says of the person, its credentials, sessions and wishes.
void erase_person(Transaction& tx, const AccountId& id);

/// What is left of an account whose orders and invoices the law keeps: an id and dates.
void leave_tombstone(Transaction& tx, const AccountId& id);

/// Deletes the evidence of accepted terms and mandates, under orders of destruction.
void erase_acceptances(Transaction& tx, const AccountId& id);

/// Deletes every row there is of the account, its own last.
void erase_wholly(Transaction& tx, const AccountId& id);

/// Members that never verified their address and signed up before `before`, after the id `after`.
struct Unverified {
    std::string id;
    Instant signed_up_at;
    auto fields() { return std::tie(id, signed_up_at); }
};
std::vector<Unverified> unverified(Transaction& tx, Instant before, const std::string& after,
                                   int limit);
bool is_unverified(Transaction& tx, const AccountId& id);

} // namespace domain::accounts
