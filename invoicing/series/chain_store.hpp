#pragma once

#include <string>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"
#include "invoicing/model/chain.hpp"
#include "invoicing/model/numbering.hpp"

namespace invoicing::series {

/// What a link says beside where it stands: of which invoice it is, and what it commits to.
struct Linked {
    Entry entry = Entry::invoice;
    domain::InvoiceId invoice_id;
    std::int64_t year = 0, n = 0;
    std::string number;
    domain::Instant at{}; // issued, or of a file: stored
    std::string fiscal_year_end, commitment;
};

/// Writes the next link of the locked `series` and moves it on.
void link(domain::Transaction& tx, Series& series, const Linked& linked);

} // namespace invoicing::series
