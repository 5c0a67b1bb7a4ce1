#pragma once

#include "domain/accounts/email.hpp"
#include "domain/profiles/profile.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::profiles {

/// The three sealed parts; a part whose keys were destroyed reads as not given.
Person person_of(Transaction& tx, const AccountId& id);
Contact contact_of(Transaction& tx, const AccountId& id);
Company company_of(Transaction& tx, const AccountId& id);

/// All of it, with what the account's own row says.
Profile profile_of(Transaction& tx, const accounts::Account& account);

/// Writes the three parts, sealed, over what was there, of which it keeps what people may have been
/// called by (former_store.hpp); what person and company are known by is added to what it was.
void write_person(Transaction& tx, const AccountId& id, const Person& person);
void write_contact(Transaction& tx, const AccountId& id, const Contact& contact);
void write_company(Transaction& tx, const AccountId& id, const Company& company);

} // namespace domain::profiles
