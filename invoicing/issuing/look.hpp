#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/storage/transaction.hpp"
#include "invoicing/issuing/evidence_store.hpp"
#include "invoicing/issuing/finding.hpp"

/// Looking at a document by its links: what is damaged, and what can be given out all the same.
namespace invoicing::issuing {

/// At its columns, record and XML.
Finding look_at_content(domain::Transaction& tx, const std::vector<Evidence>& links);

/// The XML as it was issued, made again from the frozen record; nothing where that gives other
/// bytes than those committed to.
std::optional<std::string> remade_xml(domain::Transaction& tx, const Evidence& invoice);

/// The PDF: the original, or where it is damaged, the newest whole one that was rendered again.
struct SeenFile {
    Finding finding;                 // of the original
    const Evidence* whole = nullptr; // of `links`; null: none is
    bool is_original = false;        // the whole one has the original's bytes, wherever it rests
};
SeenFile look_at_file(domain::Transaction& tx, const std::vector<Evidence>& links);

} // namespace invoicing::issuing
