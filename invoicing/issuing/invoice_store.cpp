#include "invoicing/issuing/invoice_store.hpp"

#include "domain/core/check.hpp"
#include "domain/core/crypto.hpp"
#include "domain/vault/vault.hpp"
#include "invoicing/model/chain.hpp"
#include "invoicing/rendering/cii.hpp"
#include "invoicing/series/series_store.hpp"

namespace invoicing::issuing {

namespace {

using namespace domain;

constexpr std::size_t chunk_max =
    std::size_t{192} * 1024; // about 256 KiB once sealed and in base64

constexpr const char* record_column = "invoices.record";
constexpr const char* xml_column = "invoices.xml";
constexpr const char* chunk_column = "invoice_file_chunks.content";

struct Entry {
    std::string_view entry; // "invoice" or "file"
    InvoiceId invoice_id;
    std::int64_t year, n;
    Instant issued_at;
    std::string commitment;
};

void link(Transaction& tx, Series& series, const Entry& entry)
{
    series.last_hash = linked(series.last_hash, entry.commitment);
    ++series.positions;
    tx.run(R"(
        INSERT INTO invoice_chain
            (series, position, entry, invoice_id, year, n, issued_at, commitment, hash)
        VALUES (:series, :position, :entry, :invoice, :year, :n, :at, :commitment, :hash))",
           series.series, series.positions, entry.entry, entry.invoice_id, entry.year, entry.n,
           entry.issued_at, entry.commitment, series.last_hash);
    series::move_on(tx, series);
}

std::optional<std::string> opened(Transaction& tx, std::string_view column, std::string_view id,
                                  const std::string& sealed)
{
    return tx.vault.open({column, id}, sealed);
}

std::string chunk_row(const InvoiceId& id, std::int64_t n)
{
    return id.text() + "/" + std::to_string(n);
}

} // namespace

void insert(Transaction& tx, Series& series, const Filing& filing, const Invoice& invoice)
{
    const auto& id = filing.id.text();
    const auto record = record_of(invoice);
    const auto xml = rendering::cii_xml(invoice);
    tx.run(R"(
        INSERT INTO invoices
            (id, series, year, n, number, kind, order_id, credits_id, issuer_id, buyer_id,
             issued_at, issue_day, fiscal_year_end, currency, net_minor, vat_minor, gross_minor,
             record, xml, xml_sha256)
        VALUES (:id, :series, :year, :n, :number, :kind, :order_id, NULL, :issuer, :buyer,
                :issued_at, :issue_day, :fiscal_year_end, :currency, :net, :vat, :gross,
                :record, :xml, :xml_sha256))",
           id, series.series, filing.taken.year, filing.taken.n, invoice.number, name(invoice.kind),
           filing.order_id, filing.issuer, filing.buyer_id, invoice.issued_at,
           to_text(invoice.issue_day), to_text(filing.fiscal_year_end), code(invoice.currency),
           invoice.totals.net.minor(), invoice.totals.vat.minor(), invoice.totals.gross.minor(),
           tx.vault.seal(id, Category::document, {record_column, id}, record),
           tx.vault.seal(id, Category::document, {xml_column, id}, xml), sha256_hex(xml));
    const auto salt = to_hex(random_bytes(32));
    tx.run("INSERT INTO invoice_salts (invoice_id, salt) VALUES (:id, :salt)", id, salt);
    series.year = filing.taken.year;
    series.last_n = filing.taken.n;
    series.last_issued_at = filing.taken.at;
    link(tx, series,
         {"invoice", filing.id, filing.taken.year, filing.taken.n, filing.taken.at,
          commitment_of(salt, record)});
}

void insert_file(Transaction& tx, Series& series, const Summary& invoice, std::string_view bytes)
{
    const auto sha256 = sha256_hex(bytes);
    tx.run(R"(
        INSERT INTO invoice_files (invoice_id, sha256, size, stored_at)
        VALUES (:id, :sha256, :size, :at))",
           invoice.id, sha256, bytes.size(), tx.now);
    for (std::size_t from = 0, n = 0; from < bytes.size(); from += chunk_max, ++n) {
        const auto row = chunk_row(invoice.id, static_cast<std::int64_t>(n));
        tx.run(R"(
            INSERT INTO invoice_file_chunks (invoice_id, n, content)
            VALUES (:id, :n, :content))",
               invoice.id, n,
               tx.vault.seal(invoice.id.text(), Category::document, {chunk_column, row},
                             bytes.substr(from, chunk_max)));
    }
    const auto salt =
        tx.one<std::string>("SELECT salt FROM invoice_salts WHERE invoice_id = :id", invoice.id);
    link(tx, series,
         {"file", invoice.id, invoice.year, invoice.n, invoice.issued_at,
          commitment_of(salt, sha256)});
}

std::string select_summaries(std::string_view choice)
{
    return std::string(R"(
        SELECT i.id, i.series, i.year, i.n, i.number, i.kind, i.order_id, i.issuer_id, i.buyer_id,
               i.issued_at, i.issue_day, i.fiscal_year_end, i.currency, i.net_minor, i.vat_minor,
               i.gross_minor, i.xml_sha256, f.sha256, f.size, c.hash
          FROM invoices i
          JOIN invoice_chain c ON c.invoice_id = i.id AND c.entry = 'invoice'
          LEFT JOIN invoice_files f ON f.invoice_id = i.id
         WHERE )")
        .append(choice);
}

std::optional<Summary> maybe_summary(Transaction& tx, const InvoiceId& id)
{
    return tx.maybe<Summary>(select_summaries(R"(i.id = :id)"), id);
}

std::vector<Summary> visible_to(Transaction& tx, const AccountId& viewer, const std::string& before,
                                int limit)
{
    return tx.all<Summary>(
        select_summaries(
            R"((i.issuer_id = :viewer OR i.buyer_id = :viewer) AND (:before = '' OR i.id < :before)
         ORDER BY i.id DESC
         LIMIT :limit)"),
        viewer, before, limit);
}

std::vector<InvoiceId> issued_for_order(Transaction& tx, const OrderId& order)
{
    return tx.all<InvoiceId>(R"(
        SELECT id
          FROM invoices
         WHERE order_id = :order_id AND kind <> 'credit_note'
         ORDER BY CASE kind WHEN 'service_invoice' THEN 0 ELSE 1 END)",
                             order);
}

std::optional<std::string> record_text(Transaction& tx, const InvoiceId& id)
{
    const auto sealed = tx.maybe<std::string>("SELECT record FROM invoices WHERE id = :id", id);
    if (!sealed) return {};
    return opened(tx, record_column, id.text(), *sealed);
}

std::optional<std::string> xml_text(Transaction& tx, const InvoiceId& id)
{
    const auto sealed = tx.maybe<std::string>("SELECT xml FROM invoices WHERE id = :id", id);
    if (!sealed) return {};
    return opened(tx, xml_column, id.text(), *sealed);
}

std::optional<std::string> file_bytes(Transaction& tx, const InvoiceId& id)
{
    const auto chunks = tx.all<std::string>(R"(
        SELECT content
          FROM invoice_file_chunks
         WHERE invoice_id = :id
         ORDER BY n)",
                                            id);
    if (chunks.empty()) return {};
    std::string bytes;
    for (std::size_t n = 0; n < chunks.size(); ++n) {
        const auto row = chunk_row(id, static_cast<std::int64_t>(n));
        const auto piece = opened(tx, chunk_column, row, chunks[n]);
        if (!piece) return {};
        bytes += *piece;
    }
    return bytes;
}

void destroy(Transaction& tx, const InvoiceId& id)
{
    for (const auto* statement : {"DELETE FROM invoice_file_chunks WHERE invoice_id = :id",
                                  "DELETE FROM invoice_files WHERE invoice_id = :id",
                                  "DELETE FROM invoice_salts WHERE invoice_id = :id",
                                  "DELETE FROM invoices WHERE id = :id"}) {
        tx.run(statement, id);
    }
}

} // namespace invoicing::issuing
