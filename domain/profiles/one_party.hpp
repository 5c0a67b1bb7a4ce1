#pragma once

#include <optional>
#include <string>

#include "domain/core/id.hpp"
#include "domain/core/refused.hpp"
#include "domain/profiles/profile.hpp"
#include "domain/storage/transaction.hpp"
#include "domain/vault/vault.hpp"

namespace domain::profiles {

/// The keyed index by which two accounts of one person are known: name and birth date, however the
/// name is spelled; accents, case, blanks, hyphens and the order of its parts make no difference.
/// Nothing while one of the two is not given.
std::optional<std::string> likeness_of(const Vault& vault, const Person& person);

/// The same of a business: its SIREN, which a French VAT number has too; for want of one, its VAT
/// number in another state.
std::optional<std::string> likeness_of(const Vault& vault, const Company& company);

/// Whether two accounts are one and the same by either, representatives included: as their
/// profiles are written now.
bool are_one_party(Transaction& tx, const AccountId& one, const AccountId& other);

/// What whoever deals with itself is told. The same words whatever it is that agrees: they say
/// nothing of the other account.
Say deals_with_itself();

/// Refuses (409) what would make a deal between the two when they are one party: reviews of it
/// would be one's own.
void require_two_parties(Transaction& tx, const AccountId& one, const AccountId& other);

} // namespace domain::profiles
