#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/accounts/email.hpp"
#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::access {

/// From one address to another, opened. `to` is "" once it took effect: it is the account's own
/// then. `from` is kept until whoever reads that mailbox can have been told.
struct EmailChange {
    EmailChangeId id;
    std::string to, from;
};

/// Writes that the account waits for its address to become `to`; none may wait already.
EmailChangeId write_waiting_change(Transaction& tx, const AccountId& account,
                                   const accounts::Email& to, const std::string& from);

/// The one change that waits for its link to be followed, if any.
std::optional<EmailChange> waiting_change(Transaction& tx, const AccountId& account);

/// Whose change to the address with this index waits, at most `limit`.
std::vector<AccountId> changing_to(Transaction& tx, const std::string& email_index, int limit);

/// A change of this account, whether it waits or took effect.
std::optional<EmailChange> maybe_find_change(Transaction& tx, const AccountId& account,
                                             const EmailChangeId& id);

/// Every address that the account's changes name, whether they wait or took effect.
std::vector<std::string> addresses_of(Transaction& tx, const AccountId& account);

/// It took effect.
void mark_change_done(Transaction& tx, const EmailChangeId& id);

/// Forgets a change that waits, and revokes its links.
void drop_waiting_change(Transaction& tx, const AccountId& account);

} // namespace domain::access
