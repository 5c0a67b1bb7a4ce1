#pragma once

#include "domain/requests/request.hpp"
#include "domain/storage/transaction.hpp"

/// What needs both a request and its quotes, above the two.
namespace domain::deals {

/// The client takes its request back; open quotes are passed over.
requests::Request withdraw_request(Transaction& tx, const AccountId& client, const RequestId& id);

/// A provider declines. Its own open quote must be withdrawn first.
requests::Request refuse_request(Transaction& tx, const AccountId& provider, const RequestId& id);

/// Closes a request whose time is over and that no open quote answers; false when there is
/// nothing to do.
bool expire_request(Transaction& tx, const RequestId& id);

} // namespace domain::deals
