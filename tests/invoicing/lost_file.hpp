#pragma once

#include <cstdint>
#include <string>

#include "domain/core/crypto.hpp"
#include "invoicing/issuing/documents.hpp"
#include "invoicing/rendering/facturx.hpp"
#include "invoicing/series/chain_store.hpp"
#include "invoicing/series/series_store.hpp"

namespace tests {

/// Our fonts give the same bytes again; those of another machine did not.
enum class Rendered : std::uint8_t { here, elsewhere };

/// Renders a document that was not yet, links its file, and keeps nothing of it: what is left once
/// row and pieces are lost. Returns the bytes that were.
inline std::string render_and_lose(domain::Transaction& tx, const domain::InvoiceId& id,
                                   Rendered where = Rendered::here)
{
    using namespace invoicing;
    const auto invoice = issuing::maybe_summary(tx, id).value();
    issuing::Findings none;
    auto bytes =
        rendering::factur_x(issuing::content(tx, invoice, none), issuing::xml(tx, invoice, none));
    if (where == Rendered::elsewhere) bytes += "% elsewhere\n";
    const FileColumns row{domain::sha256_hex(bytes), static_cast<std::int64_t>(bytes.size()),
                          tx.now};
    const auto salt =
        tx.one<std::string>("SELECT salt FROM invoice_salts WHERE invoice_id = :id", id);
    auto series = series::lock_series(tx, invoice.series);
    series::link(tx, series,
                 {.entry = Entry::file,
                  .invoice_id = id,
                  .year = invoice.year,
                  .n = invoice.n,
                  .number = invoice.number,
                  .at = row.stored_at,
                  .fiscal_year_end = invoice.fiscal_year_end,
                  .commitment = commitment_of(salt, row)});
    return bytes;
}

} // namespace tests
