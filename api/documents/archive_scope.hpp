#pragma once

#include <optional>

#include "api/json/reader.hpp"
#include "api/pipeline/request.hpp"
#include "domain/storage/transaction.hpp"
#include "invoicing/archive/archive_store.hpp"

namespace api::documents {

/// The days of issue that somebody asks for, "from" and "to", each as far as it is. Complains of
/// what is no day, and at both of a period that ends before it starts.
struct AskedDays {
    std::optional<domain::Day> from, to;
};
AskedDays days_in(Reader& reader);

/// What this reader may see, cut down to the days it asks for: ?from=…&to=…, both included. Refuses
/// (invalid_fields) what days_in() complains of. A key that ended since the request was let in
/// opens nothing.
invoicing::archive::Scope archive_scope_of(domain::Transaction& tx, const Request& request);

} // namespace api::documents
