#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/access/sensitive_change.hpp"
#include "domain/accounts/account.hpp"
#include "domain/accounts/email.hpp"
#include "domain/accounts/origin.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::access {

/// Announces a mail with a link to whoever has verified `email`, without looking whether there
/// is such an account: no answer and no timing can tell. Beyond the limit on mail nothing happens.
void request_password_reset(Transaction& tx, const accounts::Email& email,
                            const accounts::ConnectionOrigin& from);

/// What a new password is judged against: the person's own names and address. Refuses (422) a
/// token that is wrong, used or expired.
std::vector<std::string> context_of_token(Transaction& tx, std::string_view token);
std::vector<std::string> context_of(Transaction& tx, const AccountId& account);

/// Uses the token up and sets the password, returns whose; the owner may sign in from there from
/// now on, whatever others tried; ends every session, revokes every other link and
/// tells the owner. Signs nobody in: a second factor stays in force, but for one that was set
/// after the address was verified, when that was less than 72 hours ago; the mail then says so.
accounts::Account set_password_by_token(Transaction& tx, std::string_view token,
                                        const std::string& hash,
                                        const accounts::ConnectionOrigin& from);

/// Sets the password of somebody who has proved who they are; ends every session, drops a change
/// of address that waits, and tells the owner.
void change_password(Transaction& tx, const AccountId& account, const std::string& hash,
                     const accounts::ConnectionOrigin& from);

/// Announces a mail with a code that proves its reader; see demand_proof(). Whoever calls has
/// counted the mail.
void request_code(Transaction& tx, const AccountId& account);

/// Refuses (401) anything but the code of the second factor, where there is one; it is used up.
/// Whoever calls has counted the try.
void demand_code(Transaction& tx, const AccountId& account, const std::string& code);

/// What somebody gives, beside being signed in, before a sensitive change.
struct Proof {
    std::string code;                 // of the second factor
    bool has_proved_password = false; // proves_password(), which is too slow for a unit of work
    std::string mailed_code;
    bool is_code_counted = false; // and given back if it was right
};

/// Refuses unless `proof` is what the row of `change` wants: the code of the second factor (401),
/// or the fields of "proof" (422, each named). The codes are used up. Whoever calls has counted the
/// tries and refused a wrong password.
void demand_proof(Transaction& tx, const AccountId& account, SensitiveChange change,
                  const Proof& proof);

} // namespace domain::access
