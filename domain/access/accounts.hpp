#pragma once

#include <optional>
#include <string>

#include "domain/accounts/account.hpp"
#include "domain/accounts/account_store.hpp"
#include "domain/accounts/email.hpp"
#include "domain/accounts/origin.hpp"
#include "domain/core/seen_versions.hpp"
#include "domain/profiles/profile.hpp"
#include "domain/profiles/profile_store.hpp"
#include "domain/storage/transaction.hpp"
#include "domain/terms/terms.hpp"

namespace domain::access {

/// What somebody gives to sign up; `profile` is valid and complete for the policy.
struct SignUp {
    profiles::Profile profile;
    std::string password_hash;
    terms::Text terms; // what was accepted
    std::string source = "web";
};

/// Makes an account that waits for its e-mail to be verified, and announces the mail. Nothing
/// here looks whether the address is known, so that nothing can tell: who reads the mailbox
/// is told, when the mail is composed. Unverified accounts vanish after a week.
AccountId sign_up(Transaction& tx, const SignUp& wanted, const accounts::ConnectionOrigin& from);

/// Makes an account for staff, an accountant or the privacy officer, verified and without a
/// password; returns the token to set one with. Refuses an address that is in use.
struct MadeStaff {
    AccountId id;
    std::string password_token;
};
MadeStaff make_staff(Transaction& tx, accounts::AccountKind kind, const accounts::Email& email);

/// Uses up a link: the address is the account's from now on, and every other attempt at it ends.
/// Refuses (422) a token that is wrong, used or expired, and an address that another account
/// verified first. Whoever calls has had the attempt's password (link_proof.hpp): a mailbox alone
/// does not say who signed up.
accounts::Account verify_email(Transaction& tx, std::string_view token);

/// Replaces the profile of a member whose version is one of `versions` still.
accounts::Account update(Transaction& tx, const AccountId& id, const SeenVersions& versions,
                         const profiles::Profile& profile);

} // namespace domain::access
