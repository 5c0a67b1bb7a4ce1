#pragma once

#include "api/pipeline/app.hpp"
#include "api/pipeline/route.hpp"

namespace api {

/// Refuses (invalid_fields), by name and all at once, parameters of the query that the description
/// of the route does not know, that are given twice, or that nobody can read: whoever believes to
/// have filtered is told so. What Mangopay's hooks carry is theirs to choose.
void require_query(const App& app, const Route& route, const http::Request& request);

} // namespace api
