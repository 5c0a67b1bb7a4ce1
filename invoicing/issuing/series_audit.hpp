#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "domain/storage/transaction.hpp"

namespace invoicing::issuing {

/// One series, recounted from its rows.
struct SeriesFinding {
    std::string series;
    std::int64_t invoices = 0;  // numbers ever given
    std::int64_t destroyed = 0; // of them, gone at the end of their retention
    std::int64_t destroyed_without_order = 0;
    std::int64_t gaps = 0;             // numbers missing inside a year
    std::int64_t duplicates = 0;       // numbers given twice
    std::int64_t without_document = 0; // issued an hour ago or more, and never rendered
    bool in_order = true;              // dates never go back as numbers go up
    bool chain_holds = true;           // every link follows from the one before
    bool records_match = true;         // every record that can still be read is the one linked
    bool counter_agrees = true;        // the counter stands where the rows do
    bool is_clean() const
    {
        return destroyed_without_order == 0 && gaps == 0 && duplicates == 0 &&
               without_document == 0 && in_order && chain_holds && records_match && counter_agrees;
    }
};

struct SeriesReport {
    std::vector<SeriesFinding> series;
    bool is_clean() const;
};

/// Recounts every series by queries of its own, trusting neither counters nor constraints.
/// `walked` hears now and then how many links have been looked at.
SeriesReport audit(
    domain::Transaction& tx, const std::function<void(std::int64_t)>& walked = [](std::int64_t) {});

} // namespace invoicing::issuing
