#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "invoicing/archive/archive.hpp"
#include "invoicing/issuing/evidence_store.hpp"
#include "invoicing/issuing/invoice_store.hpp"

/// The archive is read along the chain, which is never deleted: a document whose row is gone or
/// says something else is still one of its series, and met here.
namespace invoicing::archive {

/// A document that the scope reaches: the evidence of its link, and whose it is to the reader.
struct Reached {
    issuing::Evidence evidence;
    Direction direction = Direction::issued;

    const Link& link() const { return evidence.link; }
    Cursor cursor() const { return {evidence.link.series, evidence.link.position}; }
};

enum class Destroyed : std::uint8_t { left_out, shown };

/// The next documents of the scope, in the archive's order; those whose destruction was ordered
/// where they are wanted.
std::vector<Reached> page_of_archive(domain::Transaction& tx, const Scope& scope,
                                     const Cursor& after, int limit,
                                     Destroyed destroyed = Destroyed::left_out);

/// The document, when the scope reaches it and it was not destroyed; else not_found.
Reached find_in_archive(domain::Transaction& tx, const Scope& scope, const domain::InvoiceId& id);

/// The scope's days as far as there are documents: a day that was asked for stays, an end that is
/// open is that of the first or last document. Nothing: there is no document between those days.
std::optional<Period> covered(domain::Transaction& tx, const Scope& scope);

/// Journals a read: `what` is "list", "document", "xml", "export"; `object` an id or a period.
void journal(domain::Transaction& tx, const Scope& scope, std::string_view what,
             std::string_view object);

} // namespace invoicing::archive
