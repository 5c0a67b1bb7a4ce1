#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/storage/dialect.hpp"

namespace domain::storage {

/// A table whose rows stay, as one line of a migration says beside it:
///
///     -- append-only: TABLE     no row is updated, or deleted without its destruction order
///     -- kept: TABLE            the same for deleting; updating has rules of its own, or none
///
/// and behind the name, where it is not `id` that an order names:
///
///     , deleted by COLUMN       the order names this column's value
///     , never deleted           no order helps
///
/// An order is a row of `destruction_orders`; that table's migration comes first, with the
/// functions that PostgreSQL's triggers call.
struct AppendOnly {
    std::string table;
    bool is_updatable = false;
    std::string deleted_by = "id"; // "": never
};

/// What the lines of `script` say, in their order. Throws std::runtime_error with a line that
/// begins as one and does not read on as one.
std::vector<AppendOnly> append_only_tables(std::string_view script);

/// `script` with the triggers that each of its lines asks for in the line's place. They refuse
/// with ConstraintViolated: "TABLE is append-only".
std::string with_append_only_triggers(Dialect dialect, std::string_view script);

} // namespace domain::storage
