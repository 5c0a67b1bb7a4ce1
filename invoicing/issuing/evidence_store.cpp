#include "invoicing/issuing/evidence_store.hpp"

#include <algorithm>

namespace invoicing::issuing {

using domain::Transaction;

// A link of an invoice looks for no file and the other way round: half the look-ups of a long
// chain.
std::string select_evidence(std::string_view choice)
{
    return std::string(R"(
        SELECT c.version, c.series, c.position, c.entry, c.invoice_id, c.year, c.n, c.number,
               c.issued_at, c.fiscal_year_end, c.commitment, c.hash,
               COALESCE(s.salt, ''), d.ordered_at,
               CASE WHEN i.id IS NULL THEN 0 ELSE 1 END,
               i.id, i.series, i.year, i.n, i.number, i.kind, i.order_id, i.occasion, i.credits_id,
               i.issuer_id, i.buyer_id, i.issued_at, i.issue_day, i.fiscal_year_end, i.currency,
               i.net_minor, i.vat_minor, i.gross_minor, i.record_sha256, i.xml_sha256,
               CASE WHEN f.invoice_id IS NULL THEN 0 ELSE 1 END,
               f.sha256, f.size, f.stored_at,
               CASE WHEN f.invoice_id IS NULL THEN 0
                    ELSE (SELECT COUNT(*)
                            FROM invoice_file_chunks p
                           WHERE p.invoice_id = f.invoice_id AND p.position = f.position) END
          FROM invoice_chain c
          LEFT JOIN invoices i ON i.id = CASE c.entry WHEN 'invoice' THEN c.invoice_id END
          LEFT JOIN invoice_files f
            ON f.invoice_id = CASE c.entry WHEN 'invoice' THEN NULL ELSE c.invoice_id END
           AND f.position = c.position
          LEFT JOIN invoice_salts s ON s.invoice_id = c.invoice_id
          LEFT JOIN destruction_orders d ON d.object_id = c.invoice_id
         WHERE )")
        .append(choice);
}

std::vector<Evidence> evidence_of(Transaction& tx, const std::string& invoice_id)
{
    return tx.all<Evidence>(select_evidence("c.invoice_id = :id ORDER BY c.position"), invoice_id);
}

const Evidence* find(const std::vector<Evidence>& links, Entry entry)
{
    const auto found = std::ranges::find_if(
        links, [&](const Evidence& one) { return one.link.entry == name(entry); });
    return found == links.end() ? nullptr : &*found;
}

std::vector<Evidence> visible_to(Transaction& tx, const domain::AccountId& viewer,
                                 const std::string& before, int limit)
{
    return tx.all<Evidence>(select_evidence(R"(c.entry = 'invoice' AND c.invoice_id IN
               (SELECT m.id
                  FROM invoices m
                 WHERE (m.issuer_id = :viewer OR m.buyer_id = :viewer)
                   AND (:before = '' OR m.id < :before)
                 ORDER BY m.id DESC
                 LIMIT :limit)
         ORDER BY c.invoice_id DESC)"),
                            viewer, before, limit);
}

std::optional<Link> link_before(Transaction& tx, const Link& link)
{
    return tx.maybe<Link>(R"(
        SELECT version, series, position, entry, invoice_id, year, n, number, issued_at,
               fiscal_year_end, commitment, hash
          FROM invoice_chain
         WHERE series = :series AND position = :position)",
                          link.series, link.position - 1);
}

std::string hash_before(Transaction& tx, const Link& link)
{
    return tx
        .maybe<std::string>(
            "SELECT hash FROM invoice_chain WHERE series = :series AND position = :position",
            link.series, link.position - 1)
        .value_or("");
}

} // namespace invoicing::issuing
