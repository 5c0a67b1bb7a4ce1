#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/access/connection_log_store.hpp"
#include "domain/accounts/origin.hpp"
#include "domain/core/id.hpp"
#include "domain/mail/template.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::access {

/// What, done by somebody else with a session of the owner's, would hand them its money, its name
/// or its account.
enum class SensitiveChange : std::uint8_t {
    payout_recipient,
    strong_authentication, // a link with which to enrol at Mangopay
    identity,              // of a provider whom Mangopay has verified
    email,                 // asked for
    email_by_link,         // made
    second_factor_set,
    second_factor_removed,
    archive_key,
    password,
    password_by_link,
    closure,
};

/// What proves that it is the owner who wants it.
enum class Evidence : std::uint8_t {
    password,    // and the code of the second factor, where there is one
    mailed_code, // the code of the second factor where there is one, else password and mailed code
    mailed_link, // the link itself, which its use case looks at (mailed_token_store, link_proof)
};
std::string_view name(Evidence evidence);

/// One line of the table.
struct SensitiveRow {
    SensitiveChange change;
    std::string_view name;
    Evidence evidence;
    ConnectionEvent event; // kept of who did it from where
    mail::Template mail;   // tells the owner
};

/// Every sensitive change, the proof it wants (credentials.hpp: demand_proof()) and the mail that
/// tells of it. No two send the same mail, so the mail tells what it is about.
std::span<const SensitiveRow> sensitive_changes();
const SensitiveRow& row_of(SensitiveChange change);
std::string_view name(SensitiveChange change);

/// Keeps from where a change was made, and tells the owner by mail: what, when, with what, and what
/// to do if it was somebody else. `ids` are what the mail is about.
void tell_owner(Transaction& tx, const AccountId& account, SensitiveChange change,
                const accounts::ConnectionOrigin& from, const std::vector<std::string>& ids = {});

} // namespace domain::access
