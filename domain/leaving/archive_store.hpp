#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::leaving {

/// What law and tax need of somebody who left (RT-14): nothing else.
struct LegalIdentity {
    std::string surname, first_name;
    std::string terms_accepted_on; // ISO day
};

/// Seals the identity under a key of its own and links it to the account's id. `clock` is the
/// day from which it is kept: the end of the fiscal year of the last invoice that names the
/// subject, or the day of closing.
void keep_in_archive(Transaction& tx, const AccountId& account, const LegalIdentity& identity,
                     Day clock);

struct Archived {
    ArchiveSubjectId id = storage::unread;
    AccountId account_id = storage::unread;
    std::string clock; // an ISO day
    auto fields() { return std::tie(id, account_id, clock); }
};

/// Archive subjects that may be due, after the id `after`.
std::vector<Archived> archived(Transaction& tx, Day until, const std::string& after, int limit);
std::optional<Archived> maybe_archived(Transaction& tx, const ArchiveSubjectId& id);
std::optional<Archived> maybe_archived(Transaction& tx, const AccountId& account);

/// Deletes subject and link; orders the destruction of the subject's key.
void erase_from_archive(Transaction& tx, const Archived& subject);

} // namespace domain::leaving
