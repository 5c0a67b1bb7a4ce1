#pragma once

#include <string>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::access {

/// A fresh code of eight digits for whoever reads the account's mailbox, good once and for a
/// quarter of an hour; one asked for before is void. Only its keyed index is kept. Whoever calls
/// holds the account.
std::string issue_code(Transaction& tx, const AccountId& account);

/// Whether `code`, as typed, is the one that was mailed; it is used up. Tries are counted by
/// whoever calls.
bool use_mailed_code(Transaction& tx, const AccountId& account, const std::string& code);

} // namespace domain::access
