#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/core/instant.hpp"
#include "domain/storage/dialect.hpp"

namespace domain::storage {

/// One step of the schema's history: "0009_accounts", its DDL for both databases with the lines
/// of append_only.hpp, and what only one of them needs (triggers, functions). A statement ends
/// with `;` before an empty line.
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
/// Returns the names applied. Refuses (std::runtime_error naming the migration) a database that
/// knows one this program does not, one whose applied migrations have another text, and one that
/// would get a migration before those it has.
std::vector<std::string> migrate(const std::string& url, const std::vector<Migration>& all,
                                 Instant now);

/// What a database remembers of a migration it has applied: SHA-256, in hex, of the whole text as
/// that database takes it, generated triggers included.
std::string checksum(Dialect dialect, const Migration& migration);

/// The names still to be applied, with the same refusals; empty when the database is ready.
std::vector<std::string> pending(const std::string& url, const std::vector<Migration>& all);

} // namespace domain::storage
