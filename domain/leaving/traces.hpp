#pragma once

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::leaving {

/// Deletes what an account says of its person, its credentials, sessions and wishes.
void erase_person(Transaction& tx, const AccountId& account);

/// Whether any of that is there. Only what seals something is looked at.
bool has_person(Transaction& tx, const AccountId& account);

/// Orders the destruction of all keys but the one for connections, which dies with the last
/// connection data.
void order_person_keys_destroyed(Transaction& tx, const AccountId& account);

/// Deletes every trace there is of the account, its own row last.
void erase_wholly(Transaction& tx, const AccountId& account);

} // namespace domain::leaving
