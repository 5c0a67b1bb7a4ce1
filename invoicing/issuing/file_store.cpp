#include "invoicing/issuing/file_store.hpp"

#include "domain/core/crypto.hpp"
#include "domain/vault/vault.hpp"
#include "invoicing/series/chain_store.hpp"

namespace invoicing::issuing {

namespace {

using namespace domain;

constexpr std::size_t piece_max =
    std::size_t{192} * 1024; // about 256 KiB once sealed and in base64

constexpr const char* piece_column = "invoice_file_chunks.content";

std::string piece_row(const InvoiceId& id, std::int64_t position, std::size_t n)
{
    return id.text() + "/" + std::to_string(position) + "/" + std::to_string(n);
}

FileColumns columns_of(std::string_view bytes, Instant stored_at)
{
    return {sha256_hex(bytes), static_cast<std::int64_t>(bytes.size()), stored_at};
}

/// The original's link, with the salt of its commitment.
struct Original {
    std::int64_t position = 0;
    Instant stored_at{};
    std::string commitment, salt;
    auto fields() { return std::tie(position, stored_at, commitment, salt); }
};

std::optional<Original> maybe_original(Transaction& tx, const InvoiceId& id)
{
    return tx.maybe<Original>(R"(
        SELECT c.position, c.issued_at, c.commitment, s.salt
          FROM invoice_chain c
          JOIN invoice_salts s ON s.invoice_id = c.invoice_id
         WHERE c.invoice_id = :id AND c.entry = 'file')",
                              id);
}

/// What is there already stays as it is.
void write(Transaction& tx, const InvoiceId& id, const FileRow& row, std::string_view bytes)
{
    tx.run(R"(
        INSERT INTO invoice_files (invoice_id, position, sha256, size, stored_at)
        VALUES (:id, :position, :sha256, :size, :at)
        ON CONFLICT (invoice_id, position) DO NOTHING)",
           id, row.position, row.columns.sha256, row.columns.size, row.columns.stored_at);
    for (std::size_t from = 0, n = 0; from < bytes.size(); from += piece_max, ++n) {
        tx.run(R"(
            INSERT INTO invoice_file_chunks (invoice_id, position, n, content)
            VALUES (:id, :position, :n, :content)
            ON CONFLICT (invoice_id, position, n) DO NOTHING)",
               id, row.position, n,
               tx.vault.seal(id.text(), Category::document,
                             {piece_column, piece_row(id, row.position, n)},
                             bytes.substr(from, piece_max)));
    }
}

} // namespace

std::int64_t pieces_of(std::int64_t size)
{
    constexpr auto most = static_cast<std::int64_t>(piece_max);
    return (size + most - 1) / most;
}

void insert_file(Transaction& tx, Series& series, const Summary& invoice, std::string_view bytes,
                 Entry entry)
{
    const auto salt =
        tx.one<std::string>("SELECT salt FROM invoice_salts WHERE invoice_id = :id", invoice.id);
    const auto row = columns_of(bytes, tx.now);
    series::link(tx, series,
                 {.entry = entry,
                  .invoice_id = invoice.id,
                  .year = invoice.year,
                  .n = invoice.n,
                  .number = invoice.number,
                  .at = row.stored_at,
                  .fiscal_year_end = invoice.fiscal_year_end,
                  .commitment = commitment_of(salt, row)});
    write(tx, invoice.id, {series.positions, row}, bytes);
}

bool is_rendered(Transaction& tx, const InvoiceId& id)
{
    return tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM invoice_chain
         WHERE invoice_id = :id AND entry = 'file')",
                                id) > 0;
}

bool is_original(Transaction& tx, const InvoiceId& id, std::string_view bytes)
{
    const auto original = maybe_original(tx, id);
    return original && commitment_of(original->salt, columns_of(bytes, original->stored_at)) ==
                           original->commitment;
}

void put_back(Transaction& tx, const InvoiceId& id, std::string_view bytes)
{
    const auto original = maybe_original(tx, id);
    check(original.has_value(), "what is put back was there");
    write(tx, id, {original->position, columns_of(bytes, original->stored_at)}, bytes);
}

std::vector<FileRow> duplicates_of(Transaction& tx, const InvoiceId& id)
{
    return tx.all<FileRow>(R"(
        SELECT f.position, f.sha256, f.size, f.stored_at
          FROM invoice_files f
          JOIN invoice_chain c ON c.invoice_id = f.invoice_id AND c.position = f.position
         WHERE f.invoice_id = :id AND c.entry = 'duplicate'
         ORDER BY f.position DESC)",
                           id);
}

std::optional<std::string> file_bytes(Transaction& tx, const InvoiceId& id)
{
    const auto position = tx.maybe<std::int64_t>(
        "SELECT position FROM invoice_chain WHERE invoice_id = :id AND entry = 'file'", id);
    if (!position) return {};
    return file_bytes(tx, id, *position);
}

std::optional<std::string> file_bytes(Transaction& tx, const InvoiceId& id, std::int64_t position)
{
    const auto pieces = tx.all<std::string>(R"(
        SELECT content
          FROM invoice_file_chunks
         WHERE invoice_id = :id AND position = :position
         ORDER BY n)",
                                            id, position);
    if (pieces.empty()) return {};
    std::string bytes;
    for (std::size_t n = 0; n < pieces.size(); ++n) {
        const auto piece = tx.vault.open({piece_column, piece_row(id, position, n)}, pieces[n]);
        if (!piece) return {};
        bytes += *piece;
    }
    return bytes;
}

} // namespace invoicing::issuing
