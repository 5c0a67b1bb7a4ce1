#pragma once

#include <optional>

#include "api/pipeline/request.hpp"
#include "api/pipeline/route.hpp"

namespace api {

/// Refuses whoever may not call routes of `who`: nobody signed in (401), another kind of account
/// (404, as if there were nothing), a second factor or a confirmed address missing (403).
void admit(const std::optional<Actor>& actor, Who who);

} // namespace api
