#pragma once

#include "domain/accounts/account.hpp"
#include "domain/payees/readiness.hpp"
#include "domain/profiles/profile.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::members {

/// Replaces the profile of a member whose version is still `version` (412 otherwise), and carries
/// what is said of it elsewhere along: the name on its public page, the signature under its
/// reviews. `profile` is valid: profiles::wrong_in() found nothing. Refused (422), by paths, while
/// a quote of theirs is open that could not be paid or invoiced any more, or whose VAT would be
/// wrong: its client would be told no, for something that is not the client's to mend.
accounts::Account edit(Transaction& tx, const payees::Conditions& conditions, const AccountId& id,
                       std::int64_t version, const profiles::Profile& profile);

} // namespace domain::members
