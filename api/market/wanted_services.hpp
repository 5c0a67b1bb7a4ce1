#pragma once

#include "api/pipeline/request.hpp"
#include "domain/services/search.hpp"

namespace api::market {

/// What the query asks for: q, city, skill, min_rating ("4.5" stars at least), sort, and the page
/// after `after`. Refuses (invalid_fields) with every parameter that cannot be searched by.
domain::services::Search wanted_services(const Request& request, const std::string& after);

} // namespace api::market
