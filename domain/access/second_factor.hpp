#pragma once

#include <string>
#include <vector>

#include "domain/access/security_event.hpp"
#include "domain/accounts/account.hpp"
#include "domain/accounts/origin.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::access {

/// What a person puts into an authenticator; not in force before a code proves it arrived.
struct Enrolment {
    std::string secret; // base 32
    std::string otpauth_uri;
};

/// Starts over with a fresh secret. Refuses (409) when a second factor is in force: remove it
/// first, with a code.
Enrolment enrol(Transaction& tx, const AccountId& account, std::string_view issuer);

/// Puts the secret in force, ends every session, tells the owner and returns ten recovery codes,
/// shown this once. Refuses a wrong code (422), and (409) when there is nothing to confirm.
std::vector<std::string> confirm(Transaction& tx, const AccountId& account, const std::string& code,
                                 const accounts::ConnectionOrigin& from);

/// Whether `code` proves the second factor: the authenticator's, each step once, or a recovery
/// code, which is used up.
bool use_code(Transaction& tx, const AccountId& account, const std::string& code);

/// Takes the second factor away, ends every session and tells the owner; whoever calls has made
/// sure of the person. Refuses (403) where it is mandatory.
void remove_second_factor(Transaction& tx, const AccountId& account,
                          const accounts::ConnectionOrigin& from);

/// What whoever has a second factor and gave no code of it is told (401).
Refused code_needed();

/// The same about a code that is wrong, outdated or used.
SecurityRefusal wrong_code();

bool has_second_factor(Transaction& tx, const AccountId& account);

/// Drops the factor of a member whose address was verified in the last 72 hours, when it was set
/// since: whoever set it may not be who proved the mailbox. Says whether it did.
bool drop_young_factor(Transaction& tx, const AccountId& account);

} // namespace domain::access
