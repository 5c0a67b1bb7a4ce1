#pragma once

#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::quotes {

/// Open quotes of a provider who is leaving: to be withdrawn.
std::vector<std::string> open_of(Transaction& tx, const AccountId& provider);

/// Quotes that became no order and that `account` sent, or received for a request of its own.
std::vector<std::string> unaccepted_of(Transaction& tx, const AccountId& account);

/// Accepted quotes that `provider` sent; what was agreed rests in the order's evidence.
std::vector<std::string> accepted_of(Transaction& tx, const AccountId& provider);

/// Deletes the texts of every version, under orders of destruction.
void erase_texts(Transaction& tx, const std::string& quote);

/// Deletes the quote with its versions.
void erase(Transaction& tx, const std::string& quote);

} // namespace domain::quotes
