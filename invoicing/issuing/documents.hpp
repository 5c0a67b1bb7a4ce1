#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"
#include "invoicing/issuing/evidence_store.hpp"
#include "invoicing/issuing/finding.hpp"
#include "invoicing/issuing/invoice_store.hpp"
#include "invoicing/model/invoice.hpp"

/// Issued documents as they are given out: as they were issued, or not at all. Each reading looks
/// at the whole document, adds what is damaged to `found`, for whoever keeps it, and refuses
/// (Damaged) when that keeps what was asked for from being given: record, XML and PDF each stand by
/// themselves, and what was damaged of XML or PDF is made again from the frozen record.
namespace invoicing::issuing {

/// A PDF as it is given out.
struct Document {
    std::string bytes;
    std::string sha256;
    bool is_duplicate = false; // rendered again, as other bytes than the first time
};

/// The invoice as frozen, when `viewer` is its issuer or its buyer; else not_found.
Summary find_for(domain::Transaction& tx, const domain::AccountId& viewer,
                 const domain::InvoiceId& id, Findings& found);

/// The row of a document's link; refuses (Damaged) one that is not what the link commits to.
Summary summary_of(domain::Transaction& tx, const Evidence& issued, Findings& found);

/// The PDF as first rendered, or the newest one that was rendered again. Nothing: it is lost or
/// changed, and document() can bring it back. Refuses (in_progress) until it is rendered, (gone)
/// once destroyed, (Damaged) what nothing tells any more.
std::optional<Document> maybe_document(domain::Transaction& tx, const Summary& invoice,
                                       Findings& found);

/// maybe_document(), rendered again from the frozen record where it is lost or changed: for a
/// transaction that may write. Bytes that are those the chain commits to are the original; they
/// rest in its place again, or where something else lies there, beside it. Others rest as a
/// duplicate, marked on every page. What rests beside has an entry of its own. Safe to repeat.
/// Refuses (Damaged) what cannot be rendered any more.
Document document(domain::Transaction& tx, const Summary& invoice, Findings& found);

/// The name of a document's file: "P7K3QF-2026-000001.pdf", "P7K3QF-2026-000001-Duplicata.pdf".
std::string file_name(const std::string& number, std::string_view extension,
                      bool is_duplicate = false);

/// The XML as issued; refuses (gone) once destroyed.
std::string xml(domain::Transaction& tx, const Summary& invoice, Findings& found);

/// The frozen invoice itself; refuses (gone) once destroyed.
Invoice content(domain::Transaction& tx, const Summary& invoice, Findings& found);

} // namespace invoicing::issuing
