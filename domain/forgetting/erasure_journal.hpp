#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/core/instant.hpp"
#include "domain/storage/transaction.hpp"
#include "domain/vault/category.hpp"

namespace domain::forgetting {

/// A line of the journal beside the keys: whose keys were destroyed. What they sealed had gone from
/// the data before it was written.
struct Erasure {
    std::int64_t number = 0; // in the order of the commits
    std::string subject;
    std::optional<vault::Category> category; // nothing: all of them
    Instant at;
};

/// Writes down that an order of destruction is carried out; once, however often it is said.
void write_erasure(Transaction& keys, std::string_view order, std::string_view subject,
                   std::string_view what);

/// The word for all categories in the journal, and in orders.
inline constexpr std::string_view every_category = "all";

/// The lines after `number`, in their order.
std::vector<Erasure> erasures_after(Transaction& keys, std::int64_t number, int limit);

/// The number of the last line; 0 when there is none.
std::int64_t last_erasure(Transaction& keys);

/// Whether any key of `subject` was destroyed.
bool was_erased(Transaction& keys, std::string_view subject);

/// Up to which line the data are known to hold nobody who was erased.
std::int64_t erasures_seen(Transaction& tx);
void note_seen(Transaction& tx, std::int64_t number);

} // namespace domain::forgetting
