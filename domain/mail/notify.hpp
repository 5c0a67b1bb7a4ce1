#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/mail/template.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::mail {

/// Announces a mail to `account` in the caller's unit of work: it is written if and only if
/// that commits. `ids` are what the mail is about, never personal data: recipient, wishes,
/// language and texts are looked up when it is composed.
void notify(Transaction& tx, const AccountId& account, Template which,
            const std::vector<std::string>& ids = {});

/// The same to whoever has verified the address with this index, if anybody: announced without
/// looking, so that nothing tells whether there is such an account.
void notify_address(Transaction& tx, const std::string& email_index, Template which);

/// Announces a mail to the address of the company that runs the installation.
void notify_company(Transaction& tx, Template which, const std::vector<std::string>& ids = {});

/// Who the recipient of such a mail is, in place of an account.
inline constexpr std::string_view company = "company";

/// A mail that was announced and has not left: its event, and how it was announced.
struct Unsent {
    EventId id;
    std::string detail;
};

/// Those of `which` to `account` that are about nothing but the account.
std::vector<Unsent> unsent(Transaction& tx, const AccountId& account, Template which);

} // namespace domain::mail
