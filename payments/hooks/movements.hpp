#pragma once

#include "payments/flows/context.hpp"

namespace payments::hooks {

/// Reads a movement of money at Mangopay and books what it says. A movement that is none of ours
/// changes nothing. Throws NoAnswer for everything that is not the movement: a 404 may be a read
/// that lags behind, a 403 an address that is not listed.
void read_movement(const flows::Context& context, Kind kind, const ResourceId& id);

} // namespace payments::hooks
