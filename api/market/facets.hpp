#pragma once

#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "api/pipeline/response.hpp"

namespace api::market {

/// What a search may be narrowed by: the cities and skills that most published services have.
Response show_facets(App& app, const Request& request);

} // namespace api::market
