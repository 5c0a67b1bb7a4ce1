#include "invoicing/audit/decided_store.hpp"

#include "domain/proposals/kind.hpp"
#include "domain/proposals/lifecycle.hpp"
#include "invoicing/audit/link_store.hpp"

namespace invoicing::audit {

namespace {

using namespace domain;

std::vector<std::string> not_as_decided(Transaction& tx)
{
    using proposals::Kind;
    return tx.all<std::string>(R"(
        WITH decided AS (
            SELECT subject_id,
                   MAX(CASE WHEN kind = :start THEN 1 ELSE 0 END) AS is_ended,
                   MAX(CASE WHEN kind = :accept THEN 1 ELSE 0 END) AS is_accepted
              FROM proposals
             WHERE state = :effective AND kind IN (:start, :accept)
             GROUP BY subject_id)
        SELECT s.series
          FROM invoice_series s
          LEFT JOIN decided d ON d.subject_id = s.series
          LEFT JOIN invoice_series n ON n.series = s.successor AND n.series <> s.series
         WHERE CASE WHEN s.successor IS NULL THEN 0 ELSE 1 END <> COALESCE(d.is_ended, 0)
            OR CASE WHEN s.accepted_until = 0 THEN 0 ELSE 1 END <> COALESCE(d.is_accepted, 0)
            OR (s.successor IS NOT NULL
                AND (n.series IS NULL OR n.issuer_id <> s.issuer_id OR n.seller <> s.seller
                     OR n.kind <> s.kind))
            OR (s.accepted_until <> 0
                AND NOT EXISTS (SELECT 1 FROM invoice_chain c
                                 WHERE c.series = s.series AND c.entry = :invoice
                                   AND c.issued_at = s.accepted_until))
         ORDER BY s.series)",
                               name(Kind::start_new_series), name(Kind::accept_series_date),
                               name(proposals::State::effective), name(Entry::invoice));
}

} // namespace

void look_for_undecided(Transaction& tx, Report& report)
{
    for (const auto& series : not_as_decided(tx)) {
        const auto last = last_of(tx, series);
        report.add({series, last.number, last.position, Code::not_as_decided, {}});
    }
}

} // namespace invoicing::audit
