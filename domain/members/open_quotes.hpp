#pragma once

#include "domain/payees/readiness.hpp"
#include "domain/profiles/profile.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::members {

/// Refuses (422), by paths, a change from `before` to `after` that takes from an open quote of
/// theirs what it stands on: details, VAT regime, role, and who it is that quotes.
void keep_open_quotes(Transaction& tx, const payees::Conditions& conditions, const AccountId& id,
                      const profiles::Profile& before, const profiles::Profile& after);

} // namespace domain::members
