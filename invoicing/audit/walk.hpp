#pragma once

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "invoicing/audit/report.hpp"
#include "invoicing/audit/testimony.hpp"
#include "invoicing/issuing/evidence_store.hpp"

namespace invoicing::audit {

/// Where the counter of a series stands, and for whom and what it counts.
struct Counter {
    std::string series;
    std::int64_t year = 0, last_n = 0, positions = 0;
    domain::Instant last_issued_at{};
    std::string last_hash, issuer_id, kind;
    auto fields()
    {
        return std::tie(series, year, last_n, positions, last_issued_at, last_hash, issuer_id,
                        kind);
    }
};

/// What the links know of: the rows that no other rows may be beside.
struct Known {
    std::int64_t invoices = 0, salts = 0, files = 0, pieces = 0, orders = 0;
    std::vector<std::string> to_be_opened; // ids of invoices that are there and may be

    void add(Known more)
    {
        invoices += more.invoices;
        salts += more.salts;
        files += more.files;
        pieces += more.pieces;
        orders += more.orders;
        std::ranges::move(more.to_be_opened, std::back_inserter(to_be_opened));
    }
};

/// Walks one series from its first link to its last, in their order, by what is given to it alone.
class Walk {
public:
    Walk(std::string series, domain::Instant now, Report& report, Known& known)
        : series_(std::move(series)),
          now_(now),
          report_(report),
          line_(report.series[series_]),
          known_(known)
    {
    }

    void step(const issuing::Evidence& evidence);

    /// After the last link: numbers, what was never rendered, and the series' row, if there is one.
    void finish(const Counter* counter);

private:
    struct Unrendered {
        std::string number;
        std::int64_t position = 0;
        domain::Instant issued_at{};
    };

    void follow(const Link& link);
    void count(const Link& link);
    void look_at_invoice(const issuing::Evidence& evidence);
    void look_at_file(const issuing::Evidence& evidence);
    void look_at_order(const issuing::Evidence& evidence);
    void name_numbers(std::int64_t year, std::vector<std::int64_t> given);
    void compare(const Counter& counter);
    void fault(const Link& link, Code code, std::string about = {});
    void fault_of(std::string number, std::int64_t position, Code code, std::string about = {});

    std::string series_;
    domain::Instant now_;
    Report& report_;
    SeriesLine& line_;
    Known& known_;
    Link last_;                 // as stored: the next one follows from it, whatever it is
    domain::Instant last_at_{}; // of the last invoice
    std::int64_t last_year_ = 0, last_n_ = 0;
    std::map<std::int64_t, std::vector<std::int64_t>> given_; // numbers, by year
    std::unordered_map<std::string, Unrendered> unrendered_;  // by invoice
    Testimony testimony_;
};

} // namespace invoicing::audit
