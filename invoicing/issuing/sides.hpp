#pragma once

#include <cstdint>
#include <string_view>

namespace invoicing::issuing {

/// Who mends what the gate names.
enum class Side : std::uint8_t {
    provider, // its identity, its mandate
    client,   // its identity
    offer,    // a line of the quote
    us,       // the operator's identity and rates, dates, wordings, series, clocks
};

/// By the field of a complaint of missing_mentions().
Side side_of(std::string_view field);

} // namespace invoicing::issuing
