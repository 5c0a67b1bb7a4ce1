#pragma once

#include "api/pipeline/request.hpp"
#include "domain/storage/transaction.hpp"
#include "invoicing/archive/archive_store.hpp"

namespace api::documents {

/// What this reader may see, cut down to the days it asks for: ?from=…&to=…, both included. Refuses
/// (invalid_fields) what is no day, and at both a period that ends before it starts. A key that
/// ended since the request was let in opens nothing.
invoicing::archive::Scope archive_scope_of(domain::Transaction& tx, const Request& request);

} // namespace api::documents
