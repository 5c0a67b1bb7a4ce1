#pragma once

#include "domain/storage/database.hpp"
#include "invoicing/issuing/finding.hpp"

namespace invoicing::issuing {

/// Tells the operator what was found damaged, by a line of the log each (series, number, id,
/// damage; it names nobody), and keeps the news among it, for `/readyz` and `/metrics` of every
/// process. What cannot be written down keeps nobody from reading.
void keep(domain::Database& db, const Findings& found);

} // namespace invoicing::issuing
