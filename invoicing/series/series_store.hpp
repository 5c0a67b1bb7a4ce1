#pragma once

#include <string>

#include "domain/storage/transaction.hpp"
#include "invoicing/model/invoice.hpp"
#include "invoicing/model/numbering.hpp"

namespace invoicing::series {

/// The issuer's series of that kind, made when it is the first time, and locked until the
/// transaction ends. `wanted` is its prefix; "" gives a provider's own. Lock the provider's
/// series before the operator's.
Series lock_series(domain::Transaction& tx, const Issuer& issuer, Kind kind,
                   const std::string& wanted = "");

/// The series named `series`, which exists, locked.
Series lock_series(domain::Transaction& tx, const std::string& series);

/// Writes down how far a locked series has got.
void move_on(domain::Transaction& tx, const Series& series);

} // namespace invoicing::series
