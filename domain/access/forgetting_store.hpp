#pragma once

#include <vector>

#include "domain/core/id.hpp"
#include "domain/forgetting/sweep.hpp"

namespace domain::access {

/// Connections, ended sessions, expired links and codes, changes of address, counts of attempts.
std::vector<forgetting::RowSweep> aged_access();

/// Deletes everything with which an account signs in or could: sessions, credentials, links in
/// mails, an address that waits.
void erase_access(Transaction& tx, const AccountId& account);

/// Whether any of that is there which seals something.
bool has_access(Transaction& tx, const AccountId& account);

/// Deletes where an account connected from; the law keeps that for a year of most.
void erase_connections(Transaction& tx, const AccountId& account);
bool has_connections(Transaction& tx, const AccountId& account);

} // namespace domain::access
