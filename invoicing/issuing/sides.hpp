#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "domain/core/refused.hpp"
#include "domain/orders/release_block.hpp"

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

/// On whom a release waits that is blocked for `reason`: by what its documents lack where that is
/// the reason, the operator where Mangopay refused the transfer, else the provider, who cannot be
/// paid. Each once, in the order of Awaited.
std::vector<domain::orders::Awaited> awaited(std::string_view reason,
                                             const std::vector<domain::FieldError>& complaints);

} // namespace invoicing::issuing
