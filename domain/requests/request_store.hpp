#pragma once

#include <string>
#include <vector>

#include "domain/requests/request.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::requests {

/// Inserts the request with its recipients; the need is sealed under the client's key.
void insert(Transaction& tx, const Request& request);

/// Writes the state; the request is held by lock().
void update(Transaction& tx, const Request& request);

void mark_refused(Transaction& tx, const RequestId& id, const AccountId& provider);

/// The request, or not_found. `lock` holds it until the end of the unit of work.
Request find(Transaction& tx, const RequestId& id);
Request lock(Transaction& tx, const RequestId& id);

/// Requests sent by, or to, `account`: newest first, before the cursor `after`.
std::vector<Request> page_sent_by(Transaction& tx, const AccountId& account, std::string_view after,
                                  int most);
std::vector<Request> page_sent_to(Transaction& tx, const AccountId& account, std::string_view after,
                                  int most);

/// Open requests whose time is over and that no open quote answers.
std::vector<RequestId> overdue(Transaction& tx, int most);

} // namespace domain::requests
