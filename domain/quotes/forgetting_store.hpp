#pragma once

#include <vector>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::quotes {

/// Open quotes of a provider who is leaving: to be withdrawn.
std::vector<QuoteId> open_of(Transaction& tx, const AccountId& provider);

/// Quotes that became no order and that `account` sent, or received for a request of its own.
std::vector<QuoteId> unaccepted_of(Transaction& tx, const AccountId& account);

/// Accepted quotes that `provider` sent; what was agreed rests in the order's evidence.
std::vector<QuoteId> accepted_of(Transaction& tx, const AccountId& provider);

/// Deletes the texts of every version, under orders of destruction.
void erase_texts(Transaction& tx, const QuoteId& quote);

/// Deletes the quote with its versions.
void erase(Transaction& tx, const QuoteId& quote);

} // namespace domain::quotes
