#pragma once

#include <string>
#include <string_view>

#include "domain/access/mailed_token_store.hpp"
#include "domain/storage/database.hpp"

namespace domain::access {

/// Whether `token` is a live link for `purpose` and `password` that of the very account it was
/// made for. A link proves a mailbox; that whoever reads it also made this attempt, only the
/// attempt's password proves: anybody can sign up, or change, with somebody else's address.
/// False for a dead link, whatever the password. Refuses (422, "password") a wrong one of a live
/// link, which only its holder can learn; counted (429).
///
/// As slow as signing in, and like it never on an HTTP thread nor in a transaction.
[[nodiscard]] bool proves_attempt(Database& db, std::string_view token, TokenPurpose purpose,
                                  const std::string& password);

/// Whether `token` is a live link of this account's.
bool is_link_of(Transaction& tx, std::string_view token, TokenPurpose purpose,
                const AccountId& account);

} // namespace domain::access
