#include "invoicing/issuing/invoice_store.hpp"

#include "domain/core/crypto.hpp"
#include "domain/vault/vault.hpp"
#include "invoicing/rendering/cii.hpp"
#include "invoicing/series/chain_store.hpp"

namespace invoicing::issuing {

namespace {

using namespace domain;

constexpr const char* record_column = "invoices.record";
constexpr const char* xml_column = "invoices.xml";

/// The row, of which statement and commitment are made alike.
Columns columns_of(const Series& series, const Filing& filing, const Invoice& invoice)
{
    Columns row;
    row.id = filing.id.text();
    row.series = series.series;
    row.year = filing.taken.year;
    row.n = filing.taken.n;
    row.number = invoice.number;
    row.kind = name(invoice.kind);
    row.order_id = filing.order_id.text();
    row.occasion = filing.occasion;
    if (filing.credits) row.credits_id = filing.credits->text();
    row.issuer_id = filing.issuer.text();
    row.buyer_id = filing.buyer_id.text();
    row.issued_at = invoice.issued_at;
    row.issue_day = to_text(invoice.issue_day);
    row.fiscal_year_end = to_text(filing.fiscal_year_end);
    row.currency = code(invoice.currency);
    row.net_minor = invoice.totals.net.minor();
    row.vat_minor = invoice.totals.vat.minor();
    row.gross_minor = invoice.totals.gross.minor();
    return row;
}

void write(Transaction& tx, const Columns& row, const std::string& record, const std::string& xml)
{
    const auto sealed = [&](const char* column, const std::string& text) {
        return tx.vault.seal(row.id, Category::document, {column, row.id}, text);
    };
    tx.run(R"(
        INSERT INTO invoices
            (id, series, year, n, number, kind, order_id, occasion, credits_id, issuer_id, buyer_id,
             issued_at, issue_day, fiscal_year_end, currency, net_minor, vat_minor, gross_minor,
             record_sha256, xml_sha256, record, xml)
        VALUES (:id, :series, :year, :n, :number, :kind, :order_id, :occasion, :credits, :issuer,
                :buyer, :issued_at, :issue_day, :fiscal_year_end, :currency, :net, :vat, :gross,
                :record_sha256, :xml_sha256, :record, :xml))",
           row.id, row.series, row.year, row.n, row.number, row.kind, row.order_id, row.occasion,
           row.credits_id, row.issuer_id, row.buyer_id, row.issued_at, row.issue_day,
           row.fiscal_year_end, row.currency, row.net_minor, row.vat_minor, row.gross_minor,
           row.record_sha256, row.xml_sha256, sealed(record_column, record),
           sealed(xml_column, xml));
}

std::optional<std::string> opened(Transaction& tx, const char* column, const InvoiceId& id,
                                  const std::optional<std::string>& sealed)
{
    if (!sealed) return {};
    return tx.vault.open({column, id.text()}, *sealed);
}

} // namespace

void insert(Transaction& tx, Series& series, const Filing& filing, const Invoice& invoice)
{
    const auto record = record_of(invoice);
    const auto xml = rendering::cii_xml(invoice);
    auto row = columns_of(series, filing, invoice);
    row.record_sha256 = sha256_hex(record);
    row.xml_sha256 = sha256_hex(xml);
    write(tx, row, record, xml);
    const auto salt = to_hex(random_bytes(32));
    tx.run("INSERT INTO invoice_salts (invoice_id, salt) VALUES (:id, :salt)", row.id, salt);
    series.year = row.year;
    series.last_n = row.n;
    series.last_issued_at = row.issued_at;
    series::link(tx, series,
                 {.entry = Entry::invoice,
                  .invoice_id = filing.id,
                  .year = row.year,
                  .n = row.n,
                  .number = row.number,
                  .at = row.issued_at,
                  .fiscal_year_end = row.fiscal_year_end,
                  .commitment = commitment_of(salt, row)});
}

std::string select_summaries(std::string_view choice)
{
    return std::string(R"(
        SELECT i.id, i.series, i.year, i.n, i.number, i.kind, i.order_id, i.issuer_id, i.buyer_id,
               i.issued_at, i.issue_day, i.fiscal_year_end, i.currency, i.net_minor, i.vat_minor,
               i.gross_minor, i.xml_sha256, f.sha256, f.size, c.hash
          FROM invoices i
          JOIN invoice_chain c ON c.invoice_id = i.id AND c.entry = 'invoice'
          LEFT JOIN invoice_chain l ON l.invoice_id = i.id AND l.entry = 'file'
          LEFT JOIN invoice_files f ON f.invoice_id = i.id AND f.position = l.position
         WHERE )")
        .append(choice);
}

std::optional<Summary> maybe_summary(Transaction& tx, const InvoiceId& id)
{
    return tx.maybe<Summary>(select_summaries(R"(i.id = :id)"), id);
}

std::vector<InvoiceId> issued_for_order(Transaction& tx, const OrderId& order)
{
    return tx.all<InvoiceId>(R"(
        SELECT id
          FROM invoices
         WHERE order_id = :order_id AND kind IN (:kinds) AND occasion = ''
         ORDER BY CASE kind WHEN :first THEN 0 ELSE 1 END)",
                             order, storage::written<kinds_at_release>,
                             storage::written<kinds_at_release.front()>);
}

std::optional<std::string> record_text(Transaction& tx, const InvoiceId& id)
{
    return opened(tx, record_column, id,
                  tx.maybe<std::string>("SELECT record FROM invoices WHERE id = :id", id));
}

std::optional<std::string> xml_text(Transaction& tx, const InvoiceId& id)
{
    return opened(tx, xml_column, id,
                  tx.maybe<std::string>("SELECT xml FROM invoices WHERE id = :id", id));
}

void destroy(Transaction& tx, const InvoiceId& id)
{
    for (const auto* statement : {"DELETE FROM document_damages WHERE invoice_id = :id",
                                  "DELETE FROM invoice_file_chunks WHERE invoice_id = :id",
                                  "DELETE FROM invoice_files WHERE invoice_id = :id",
                                  "DELETE FROM invoice_salts WHERE invoice_id = :id",
                                  "DELETE FROM invoices WHERE id = :id"}) {
        tx.run(statement, id);
    }
}

} // namespace invoicing::issuing
