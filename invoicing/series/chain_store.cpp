#include "invoicing/series/chain_store.hpp"

#include "invoicing/series/series_store.hpp"

namespace invoicing::series {

void link(domain::Transaction& tx, Series& series, const Linked& linked)
{
    Link next;
    next.series = series.series;
    next.position = ++series.positions;
    next.entry = name(linked.entry);
    next.invoice_id = linked.invoice_id.text();
    next.year = linked.year;
    next.n = linked.n;
    next.number = linked.number;
    next.issued_at = linked.at;
    next.fiscal_year_end = linked.fiscal_year_end;
    next.commitment = linked.commitment;
    series.last_hash = next.hash = hash_of(next, series.last_hash);
    tx.run(R"(
        INSERT INTO invoice_chain (version, series, position, entry, invoice_id, year, n, number,
                                   issued_at, fiscal_year_end, commitment, hash)
        VALUES (:version, :series, :position, :entry, :invoice, :year, :n, :number,
                :at, :fiscal_year_end, :commitment, :hash))",
           next.version, next.series, next.position, next.entry, next.invoice_id, next.year, next.n,
           next.number, next.issued_at, next.fiscal_year_end, next.commitment, next.hash);
    move_on(tx, series);
}

} // namespace invoicing::series
