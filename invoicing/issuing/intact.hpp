#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/storage/transaction.hpp"
#include "invoicing/issuing/evidence_store.hpp"
#include "invoicing/issuing/invoice_store.hpp"

namespace invoicing::issuing {

/// What is wrong with an issued document that ought to be whole.
enum class Damage : std::uint8_t {
    link_changed,    // its entry in the chain is missing, or does not follow from the one before
    columns_changed, // the row is not what was committed to, its salt is gone, or the record says
                     // else
    key_lost,        // record, XML and file are there and nothing opens them; nobody ordered that
    record_changed,
    xml_changed,
    file_lost,   // rendered once; row or pieces are gone
    file_changed // row or bytes are not those rendered first
};

std::string_view name(Damage damage); // "link_changed"

enum class Look : std::uint8_t {
    content, // at columns, record and XML
    file     // and at the bytes of the PDF
};

/// Whether the document is what its entries in the chain commit to; the first damage, if any. A
/// document that is not rendered yet lacks nothing. One whose destruction was ordered is not
/// damaged, whatever is left of it: without its key it is destroyed.
std::optional<Damage> damage_of(domain::Transaction& tx, const Summary& invoice,
                                Look look = Look::content);

/// Whether the invoice's row is of its link, and what that commits to.
bool is_committed(const Evidence& invoice);

/// Every damage of the invoice whose links these are, each once; and of one of its files.
std::vector<Damage> damages_of(domain::Transaction& tx, const std::vector<Evidence>& links);
std::vector<Damage> damages_of_file(domain::Transaction& tx, const Evidence& file);

} // namespace invoicing::issuing
