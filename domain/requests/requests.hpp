#pragma once

#include <vector>

#include "domain/accounts/account.hpp"
#include "domain/platform/platform.hpp"
#include "domain/requests/request.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::requests {

/// Sends a client's need to one or more providers. Every provider that cannot receive it is
/// named in the refusal (`providers[1]`): unknown, oneself, also under another account, twice, or
/// wanting other clients (RT-29).
Request send(Transaction& tx, const accounts::Account& client, const Need& need,
             const std::vector<AccountId>& providers, const Platform& platform);

/// The only door to a request: its client and the providers it was sent to; not_found for
/// everybody else.
Request find_for(Transaction& tx, const AccountId& viewer, const RequestId& id);

/// find_for(), held until the end of the unit of work.
Request lock_for(Transaction& tx, const AccountId& viewer, const RequestId& id);

/// One of its quotes was accepted. The caller holds the request.
void fulfil(Transaction& tx, const Request& request);

} // namespace domain::requests
