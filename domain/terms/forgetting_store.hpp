#pragma once

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::terms {

/// Deletes the evidence of accepted terms and mandates, under orders of destruction.
void erase_acceptances(Transaction& tx, const AccountId& account);

} // namespace domain::terms
