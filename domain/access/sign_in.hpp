#pragma once

#include <optional>
#include <string>

#include "domain/access/session.hpp"
#include "domain/accounts/account.hpp"
#include "domain/accounts/email.hpp"
#include "domain/accounts/origin.hpp"
#include "domain/storage/database.hpp"

namespace domain::access {

/// What somebody who signs in gives.
struct SignIn {
    accounts::Email email;
    std::string password;
    std::string code; // TOTP or recovery code; "" when not given
    Channel channel = Channel::bearer;
    std::int64_t sessions_at_most = 20;
};

/// Signs in. An unknown address, a wrong password, an unverified address and a closed account
/// are refused with the same words after the same work (401). An account with a second factor
/// also needs its code: CodeNeeded (401) once the password was right, with what second_step()
/// takes. Whoever gives the password of a hash of former parameters has one of today's from then
/// on. One session too many ends the longest unused.
///
/// Takes the database, not a transaction: the attempt is counted for good before the slow
/// hash, which must hold no lock. Never on an HTTP thread.
OpenedSession sign_in(Database& db, const SignIn& attempt, const accounts::ConnectionOrigin& from);

/// Whether `password` is that of the account; as slow as sign_in(). Only a wrong one stays counted.
/// A code that is judged next is counted too, unless the password was wrong.
bool proves_password(Database& db, const AccountId& account, const std::string& password,
                     bool is_code_next);

} // namespace domain::access
