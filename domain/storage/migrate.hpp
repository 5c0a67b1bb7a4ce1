#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/core/instant.hpp"

namespace domain::storage {

/// One step of the schema's history: "0001_accounts", its DDL for both databases, and what
/// only one of them needs (triggers, roles). A statement ends with `;` before an empty line.
struct Migration {
    std::string name;
    std::string common;
    std::string sqlite;
    std::string postgresql;
};

/// Groups embedded files NNNN_noun[.sqlite|.postgresql].sql directly below `folder`.
/// `files` are (path, text) pairs.
std::vector<Migration>
migrations_in(std::string_view folder,
              const std::vector<std::pair<std::string_view, std::string_view>>& files);

/// Applies, in order and once, what `url` has not seen; one transaction each, under a lock.
/// Returns the names applied. Refuses a database newer than this program, and one whose
/// applied migrations have another text.
std::vector<std::string> migrate(const std::string& url, const std::vector<Migration>& all,
                                 Instant now);

/// The names still to be applied; empty when the database is ready.
std::vector<std::string> pending(const std::string& url, const std::vector<Migration>& all);

} // namespace domain::storage
