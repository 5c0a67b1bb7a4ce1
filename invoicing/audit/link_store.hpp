#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/storage/transaction.hpp"
#include "invoicing/audit/walk.hpp"

namespace invoicing::audit {

/// Where something stands that no walk passes.
struct Place {
    std::string series, number;
    std::int64_t position = 0;
    auto fields() { return std::tie(series, number, position); }
};

/// Every series that a counter, links, invoices or heads speak of, the one with most links first.
std::vector<std::string> series_named(domain::Transaction& tx);

/// Its counter, if it has one; and the last number and position that the others know of.
std::optional<Counter> maybe_counter(domain::Transaction& tx, const std::string& series);
Place last_of(domain::Transaction& tx, const std::string& series);

/// The next links of a series after `position`, links_at_once at the most, none beyond `last`:
/// documents are issued meanwhile.
inline constexpr std::size_t links_at_once = 1000;
std::vector<issuing::Evidence> links_after(domain::Transaction& tx, const std::string& series,
                                           std::int64_t position, std::int64_t last);

/// The hash of the link at `position`; nothing: there is none.
std::optional<std::string> hash_at(domain::Transaction& tx, const std::string& series,
                                   std::int64_t position);

/// Links beyond their counter, seen in one statement, so that nobody issues in between.
std::vector<Place> links_beyond(domain::Transaction& tx);

/// The next ids of invoices, there or gone, that links know of, after `after`.
std::vector<std::string> documents_after(domain::Transaction& tx, const std::string& after,
                                         int limit);

} // namespace invoicing::audit
