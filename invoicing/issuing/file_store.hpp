#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "invoicing/issuing/invoice_store.hpp"
#include "invoicing/model/chain.hpp"

namespace invoicing::issuing {

/// A file of an invoice as its row says, beside the position of its link.
struct FileRow {
    std::int64_t position = 0;
    FileColumns columns;
    auto fields() { return std::tie(position, columns.sha256, columns.size, columns.stored_at); }
};

/// In how many pieces so many bytes rest.
std::int64_t pieces_of(std::int64_t size);

/// Writes rendered bytes, sealed, and links their row; moves the locked series on. There is one
/// Entry::file of an invoice: what is rendered again is a duplicate, unless is_original().
void insert_file(domain::Transaction& tx, Series& series, const Summary& invoice,
                 std::string_view bytes, Entry entry = Entry::file);

/// Whether it was rendered once, wherever the bytes are now.
bool is_rendered(domain::Transaction& tx, const domain::InvoiceId& id);

/// Whether `bytes` are those that were rendered first, as the chain tells without their row.
bool is_original(domain::Transaction& tx, const domain::InvoiceId& id, std::string_view bytes);

/// Writes again what is missing of the original's rows. `bytes` are the original.
void put_back(domain::Transaction& tx, const domain::InvoiceId& id, std::string_view bytes);

/// The rows of the duplicates of an invoice, the newest first.
std::vector<FileRow> duplicates_of(domain::Transaction& tx, const domain::InvoiceId& id);

/// The bytes as first rendered, or of the file whose link stands at `position`. Nothing when a key
/// or every piece is gone, or before they were rendered.
std::optional<std::string> file_bytes(domain::Transaction& tx, const domain::InvoiceId& id);
std::optional<std::string> file_bytes(domain::Transaction& tx, const domain::InvoiceId& id,
                                      std::int64_t position);

} // namespace invoicing::issuing
