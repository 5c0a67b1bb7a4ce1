#pragma once

#include "domain/core/id.hpp"
#include "domain/core/refused.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::profiles {

/// What whoever deals with itself is told. The same words whatever it is that agrees: they say
/// nothing of the other account.
Say deals_with_itself();

/// Refuses (409) what would make a deal between the two when they are one party (are_one_party):
/// reviews of it would be one's own.
void require_two_parties(Transaction& tx, const AccountId& one, const AccountId& other);

} // namespace domain::profiles
