#pragma once

#include <optional>
#include <vector>

#include "domain/accounts/account.hpp"
#include "domain/accounts/email.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::accounts {

/// Inserts a new account; its e-mail is not claimed before it is verified.
void insert(Transaction& tx, const Account& account, std::string_view source);

/// The account, or not_found.
Account find(Transaction& tx, const AccountId& id);
std::optional<Account> maybe_find(Transaction& tx, const AccountId& id);

/// The account that has verified this address.
std::optional<Account> find_by_email(Transaction& tx, const Email& email);
std::optional<Account> find_by_email_index(Transaction& tx, std::string_view email_index);

/// The living account made last; nothing when there is none.
std::optional<AccountId> newest(Transaction& tx);

/// The index of an address in `accounts.email_index`.
std::string index_of(Transaction& tx, const Email& email);

/// The index of the address that the account has verified; nothing before it has one.
std::optional<std::string> verified_index_of(Transaction& tx, const AccountId& id);

/// Holds the account until the end of the unit of work; the first lock of the order.
Account lock(Transaction& tx, const AccountId& id);

/// What whoever edits an account that has changed is told (412).
Refused changed_meanwhile();

/// Saves roles, company or not, clientele and language; refuses (412) when the row has another
/// version than `account.version`.
void save(Transaction& tx, const Account& account);

/// Notes which address a sign-up waits to prove, and who else does: at most `limit` accounts, none
/// of which has verified any address.
void want_email(Transaction& tx, const AccountId& id, const std::string& email_index);
std::vector<AccountId> wanting_email(Transaction& tx, const std::string& email_index, int limit);

/// Claims the address for the account. False when another account has it.
bool claim_email(Transaction& tx, const AccountId& id, const std::string& email_index);

void touch_sign_in(Transaction& tx, const AccountId& id);

void set_state(Transaction& tx, const AccountId& id, AccountState state);

} // namespace domain::accounts
