#pragma once

#include <vector>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::requests {

/// Open requests of a client who is leaving, and those still open to a provider who is: to be
/// withdrawn, to be declined.
std::vector<RequestId> open_of_client(Transaction& tx, const AccountId& client);
std::vector<RequestId> open_to_provider(Transaction& tx, const AccountId& provider);

/// Deletes the client's requests that led to no order (their quotes are gone already), and
/// empties the others.
void erase_of_client(Transaction& tx, const AccountId& client);

/// Takes the provider off requests that led to no order with it.
void erase_recipient(Transaction& tx, const AccountId& provider);

} // namespace domain::requests
