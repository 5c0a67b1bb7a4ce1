#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "domain/core/words.hpp"
#include "invoicing/issuing/damage.hpp"

namespace invoicing::audit {

/// What an audit can find wrong.
enum class Code : std::uint8_t {
    // of the chain
    version_unknown,
    position_missing,
    chain_broken,
    number_wrong,
    number_missing,
    number_twice,
    out_of_order,
    counter_wrong,
    beyond_counter,
    series_lost,
    series_changed,
    not_as_decided,
    // of a document
    invoice_lost,
    columns_changed,
    salt_lost,
    record_changed,
    xml_changed,
    file_lost,
    file_changed,
    not_rendered,
    key_lost,
    // of what no link knows
    invoice_unlinked,
    file_unlinked,
    pieces_unlinked,
    salt_unlinked,
    order_unlinked,
    // of destructions
    destroyed_too_early,
    kept_after_order,
    // of heads
    head_unsigned,
    head_not_in_chain,
    head_chain_broken,
    head_missing,
    behind_anchor,
    signing_key_unattested,
    signing_key_damaged,
};

std::string_view name(Code code);    // "chain_broken"
std::string_view meaning(Code code); // in words

/// What is wrong where. The number is the document's, or of a head, the one it was signed at.
struct Fault {
    std::string series, number; // "": of none in particular
    std::int64_t position = 0;  // in the chain; 0: of none in particular
    Code code;
    std::string about{}; // which head, which counter, when: what the code alone does not say
    bool operator==(const Fault&) const = default;
};

/// A damage of a document is a fault of its series.
Code code_of(issuing::Damage damage);

} // namespace invoicing::audit
