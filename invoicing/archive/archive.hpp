#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"
#include "invoicing/archive/archive_key.hpp"
#include "invoicing/issuing/invoice_store.hpp"

namespace invoicing::archive {

/// Days of issue, both included.
struct Period {
    domain::Day from{};
    domain::Day to{};
};

/// What a reader of the archive may see. Outside of it nothing exists.
struct Scope {
    std::string reader;           // key or account id, for the journal
    std::optional<Issuer> issuer; // nothing: every issuer
    Period period;
};

/// What a key allows; an accountant's account may see everything.
Scope scope_of(const ArchiveKey& key);
Scope scope_of_accountant(const domain::AccountId& accountant);

/// The scope cut down to `period`.
Scope within(Scope scope, const Period& period);

/// A place in the archive's order: by series, year and number. Opaque to readers.
struct Cursor {
    std::string series;
    std::int64_t year = 0;
    std::int64_t n = 0;
};
std::string text_of(const Cursor& cursor);
Cursor cursor_after(const issuing::Summary& invoice);
/// Reads what text_of() wrote; "" is the beginning. Refuses anything else (invalid_fields).
Cursor parse_cursor(std::string_view text);

/// The next invoices of the scope, in the archive's order.
std::vector<issuing::Summary> page_of_archive(domain::Transaction& tx, const Scope& scope,
                                              const Cursor& after, int limit);

/// The invoice, when the scope reaches it; else not_found.
issuing::Summary find_in_archive(domain::Transaction& tx, const Scope& scope,
                                 const domain::InvoiceId& id);

/// Journals a read: `what` is "list", "document", "xml", "export"; `object` an id or a period.
void journal(domain::Transaction& tx, const Scope& scope, std::string_view what,
             std::string_view object);

} // namespace invoicing::archive
