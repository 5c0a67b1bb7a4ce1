#include "invoicing/audit/unlinked_store.hpp"

namespace invoicing::audit {

namespace {

using domain::Transaction;

std::int64_t counted(Transaction& tx, std::string_view statement)
{
    return tx.one<std::int64_t>(statement);
}

std::vector<Place> invoices_unlinked(Transaction& tx)
{
    return tx.all<Place>(R"(
        SELECT i.series, i.number, 0
          FROM invoices i
         WHERE NOT EXISTS (SELECT 1 FROM invoice_chain c
                            WHERE c.invoice_id = i.id AND c.entry = 'invoice')
         ORDER BY i.series, i.number)");
}

// A file, a piece or a salt has its number of the invoice's link, else of its row, else none but
// its id.

std::vector<Place> files_unlinked(Transaction& tx)
{
    return tx.all<Place>(R"(
        SELECT COALESCE(c.series, i.series, ''), COALESCE(c.number, i.number, f.invoice_id),
               f.position
          FROM invoice_files f
          LEFT JOIN invoice_chain c ON c.invoice_id = f.invoice_id AND c.entry = 'invoice'
          LEFT JOIN invoices i ON i.id = f.invoice_id
         WHERE NOT EXISTS (SELECT 1 FROM invoice_chain l
                            WHERE l.invoice_id = f.invoice_id AND l.position = f.position
                              AND l.entry <> 'invoice')
         ORDER BY f.invoice_id, f.position)");
}

std::vector<Place> pieces_unlinked(Transaction& tx)
{
    return tx.all<Place>(R"(
        SELECT DISTINCT COALESCE(c.series, i.series, ''),
               COALESCE(c.number, i.number, p.invoice_id), p.position
          FROM invoice_file_chunks p
          LEFT JOIN invoice_chain c ON c.invoice_id = p.invoice_id AND c.entry = 'invoice'
          LEFT JOIN invoices i ON i.id = p.invoice_id
         WHERE NOT EXISTS (SELECT 1 FROM invoice_files f
                            WHERE f.invoice_id = p.invoice_id AND f.position = p.position))");
}

std::vector<Place> salts_unlinked(Transaction& tx)
{
    return tx.all<Place>(R"(
        SELECT COALESCE(c.series, ''), COALESCE(c.number, s.invoice_id), 0
          FROM invoice_salts s
          LEFT JOIN invoice_chain c ON c.invoice_id = s.invoice_id AND c.entry = 'invoice'
         WHERE NOT EXISTS (SELECT 1 FROM invoices i WHERE i.id = s.invoice_id)
         ORDER BY s.invoice_id)");
}

std::vector<Place> orders_unlinked(Transaction& tx)
{
    return tx.all<Place>(R"(
        SELECT '', d.object_id, 0
          FROM destruction_orders d
         WHERE (d.kind = 'invoice' OR SUBSTR(d.object_id, 1, 4) = 'inv_')
           AND NOT EXISTS (SELECT 1 FROM invoice_chain c
                            WHERE c.invoice_id = d.object_id AND c.entry = 'invoice')
         ORDER BY d.object_id)");
}

void name_all(std::vector<Place> places, Code code, Report& report)
{
    for (auto& place : places)
        report.add({std::move(place.series), std::move(place.number), place.position, code, {}});
}

} // namespace

void look_for_unlinked(Transaction& tx, const Known& known, Report& report)
{
    if (counted(tx, "SELECT COUNT(*) FROM invoices") != known.invoices)
        name_all(invoices_unlinked(tx), Code::invoice_unlinked, report);
    if (counted(tx, "SELECT COUNT(*) FROM invoice_salts") != known.salts)
        name_all(salts_unlinked(tx), Code::salt_unlinked, report);
    if (counted(tx, "SELECT COUNT(*) FROM invoice_files") != known.files)
        name_all(files_unlinked(tx), Code::file_unlinked, report);
    if (counted(tx, "SELECT COUNT(*) FROM invoice_file_chunks") != known.pieces)
        name_all(pieces_unlinked(tx), Code::pieces_unlinked, report);
    const auto orders = counted(tx, R"(
        SELECT COUNT(*)
          FROM destruction_orders
         WHERE kind = 'invoice' OR SUBSTR(object_id, 1, 4) = 'inv_')");
    if (orders != known.orders) name_all(orders_unlinked(tx), Code::order_unlinked, report);
}

} // namespace invoicing::audit
