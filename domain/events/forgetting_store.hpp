#pragma once

#include "domain/forgetting/sweep.hpp"

namespace domain::events {

/// Done events, once no operator would look into them any more.
forgetting::RowSweep done_events();

} // namespace domain::events
