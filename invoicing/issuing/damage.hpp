#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

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

/// What of a document is given out, each as far as it is whole by itself.
enum class Part : std::uint8_t { record, xml, file };

/// The first of the damages of a document's content that keeps `part` from being given out: what
/// tells nothing apart any more keeps all of it, a changed record or XML only itself.
std::optional<Damage> in_the_way(const std::vector<Damage>& damages, Part part);

} // namespace invoicing::issuing
