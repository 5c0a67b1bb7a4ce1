#include "invoicing/audit/link_store.hpp"

namespace invoicing::audit {

using domain::Transaction;

std::vector<Counter> counters(Transaction& tx)
{
    return tx.all<Counter>(R"(
        SELECT series, year, last_n, positions, last_issued_at, last_hash
          FROM invoice_series
         ORDER BY series)");
}

std::vector<Place> series_lost(Transaction& tx)
{
    return tx.all<Place>(R"(
        SELECT lost.series, MAX(lost.number), MAX(lost.position)
          FROM (SELECT c.series, c.number, c.position
                  FROM invoice_chain c
                 WHERE NOT EXISTS (SELECT 1 FROM invoice_series s WHERE s.series = c.series)
                 UNION ALL
                SELECT h.series, h.number, h.position
                  FROM series_heads h
                 WHERE NOT EXISTS (SELECT 1 FROM invoice_series s WHERE s.series = h.series)
                 UNION ALL
                SELECT i.series, i.number, 0
                  FROM invoices i
                 WHERE NOT EXISTS (SELECT 1 FROM invoice_series s WHERE s.series = i.series)) lost
         GROUP BY lost.series
         ORDER BY lost.series)");
}

std::vector<issuing::Evidence> links_after(Transaction& tx, const std::string& series,
                                           std::int64_t position, std::int64_t last)
{
    constexpr int at_once = 1000;
    return tx.all<issuing::Evidence>(
        issuing::select_evidence(
            R"(c.series = :series AND c.position > :position AND c.position <= :last
         ORDER BY c.position
         LIMIT :limit)"),
        series, position, last, at_once);
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
    return tx.all<std::string>("SELECT id FROM invoices WHERE id > :after ORDER BY id LIMIT :limit",
                               after, limit);
}

} // namespace invoicing::audit
