#include "invoicing/audit/link_store.hpp"

#include <set>

namespace invoicing::audit {

using domain::Transaction;

std::vector<std::string> series_named(Transaction& tx)
{
    auto names = tx.all<std::string>("SELECT series FROM invoice_series ORDER BY positions DESC");
    std::set<std::string> known(names.begin(), names.end());
    // From one series to the next by the index, whatever lies between.
    for (const auto* next : {"SELECT MIN(series) FROM invoice_chain WHERE series > :after",
                             "SELECT MIN(series) FROM invoices WHERE series > :after",
                             "SELECT MIN(series) FROM series_heads WHERE series > :after"}) {
        std::string after;
        while (const auto found = tx.one<std::optional<std::string>>(next, after)) {
            after = *found;
            if (known.insert(after).second) names.push_back(after);
        }
    }
    return names;
}

std::optional<Counter> maybe_counter(Transaction& tx, const std::string& series)
{
    return tx.maybe<Counter>(R"(
        SELECT series, year, last_n, positions, last_issued_at, last_hash, issuer_id, kind
          FROM invoice_series
         WHERE series = :series)",
                             series);
}

Place last_of(Transaction& tx, const std::string& series)
{
    return tx.one<Place>(R"(
        SELECT COALESCE(MAX(last.series), ''), COALESCE(MAX(last.number), ''),
               COALESCE(MAX(last.position), 0)
          FROM (SELECT series, number, position FROM invoice_chain WHERE series = :series
                 UNION ALL SELECT series, number, position FROM series_heads WHERE series = :series
                 UNION ALL SELECT series, number, 0 FROM invoices WHERE series = :series) last)",
                         series);
}

std::vector<issuing::Evidence> links_after(Transaction& tx, const std::string& series,
                                           std::int64_t position, std::int64_t last)
{
    return tx.all<issuing::Evidence>(
        issuing::select_evidence(
            R"(c.series = :series AND c.position > :position AND c.position <= :last
         ORDER BY c.position
         LIMIT :limit)"),
        series, position, last, links_at_once);
}

std::optional<std::string> hash_at(Transaction& tx, const std::string& series,
                                   std::int64_t position)
{
    return tx.maybe<std::string>(
        "SELECT hash FROM invoice_chain WHERE series = :series AND position = :position", series,
        position);
}

std::vector<Place> links_beyond(Transaction& tx)
{
    return tx.all<Place>(R"(
        SELECT c.series, c.number, c.position
          FROM invoice_series s
          JOIN invoice_chain c ON c.series = s.series AND c.position > s.positions
         ORDER BY c.series, c.position)");
}

std::vector<std::string> documents_after(Transaction& tx, const std::string& after, int limit)
{
    return tx.all<std::string>(R"(
        SELECT DISTINCT invoice_id
          FROM invoice_chain
         WHERE invoice_id > :after
         ORDER BY invoice_id
         LIMIT :limit)",
                               after, limit);
}

} // namespace invoicing::audit
