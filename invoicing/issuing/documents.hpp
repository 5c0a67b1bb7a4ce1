#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"
#include "invoicing/issuing/evidence_store.hpp"
#include "invoicing/issuing/invoice_store.hpp"
#include "invoicing/model/invoice.hpp"

/// Issued documents as they are given out: as they were issued, or not at all. Each reading holds
/// columns, record and XML to the chain first, and refuses (Damaged) what is not what it commits
/// to.
namespace invoicing::issuing {

/// A PDF as it is given out.
struct Document {
    std::string bytes;
    std::string sha256;
    bool is_duplicate = false; // rendered again, as other bytes than the first time
};

/// The invoice as frozen, when `viewer` is its issuer or its buyer; else not_found.
Summary find_for(domain::Transaction& tx, const domain::AccountId& viewer,
                 const domain::InvoiceId& id);

/// The row of a document's link; refuses (Damaged) one that is not what the link commits to.
Summary summary_of(domain::Transaction& tx, const Evidence& issued);

/// The PDF as first rendered, or the newest duplicate of one that was lost. Nothing: it was lost,
/// and restore_document() can bring it back. Refuses (in_progress) until it is rendered, (gone)
/// once destroyed, (Damaged) what is stored and is not what was rendered.
std::optional<Document> maybe_document(domain::Transaction& tx, const Summary& invoice);

/// Renders a lost PDF again from the frozen record. Bytes that are those the chain commits to are
/// the original, and rest in its place again; others rest as a duplicate, marked on every page,
/// with an entry of their own. Safe to repeat. Refuses (Damaged) what cannot be rendered any more.
void restore_document(domain::Transaction& tx, const Summary& invoice);

/// maybe_document(), restored where it was lost: for a transaction that may write.
Document document(domain::Transaction& tx, const Summary& invoice);

/// The name of a document's file: "P7K3QF-2026-000001.pdf", "P7K3QF-2026-000001-Duplicata.pdf".
std::string file_name(const std::string& number, std::string_view extension,
                      bool is_duplicate = false);

/// The XML as issued; refuses (gone) once destroyed.
std::string xml(domain::Transaction& tx, const Summary& invoice);

/// The frozen invoice itself; refuses (gone) once destroyed.
Invoice content(domain::Transaction& tx, const Summary& invoice);

} // namespace invoicing::issuing
