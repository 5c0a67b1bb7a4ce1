#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/storage/transaction.hpp"
#include "invoicing/model/numbering.hpp"

namespace invoicing::series {

/// The series named `prefix` in which somebody numbers now, locked; nothing when there is none, or
/// it has ended.
std::optional<Series> lock_open(domain::Transaction& tx, const std::string& prefix);

/// Those dated ahead of the time although nobody has accepted it (series_ahead()), by their names.
std::vector<std::string> all_ahead(domain::Transaction& tx);

/// The locked series goes on with the date that it has.
void accept_date(domain::Transaction& tx, const Series& series);

/// Ends the locked series and begins its seller's next of the kind, which counts from 1 under a
/// prefix that nobody has. Gives that prefix.
std::string begin_next(domain::Transaction& tx, const Series& series);

} // namespace invoicing::series
