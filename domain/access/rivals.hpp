#pragma once

#include <string>

#include "domain/storage/transaction.hpp"

namespace domain::access {

/// Ends every attempt at an address that an account has just proved to be its own: the links of
/// the other sign-ups and changes of address open nothing any more, the changes are dropped, and
/// the sign-ups are erased as soon as a job comes to it. Whoever lost is not told by us: the
/// address was never theirs.
void end_rivals(Transaction& tx, const std::string& email_index);

} // namespace domain::access
