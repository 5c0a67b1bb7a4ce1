#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/pipeline/route.hpp"
#include "domain/policy/policy.hpp"

namespace api::openapi {

/// Puts the description together from its files (path and text: frame.json, fragments,
/// page.html), what the table of routes knows, and what `policy` makes mandatory. Refuses
/// (std::runtime_error naming the file) fragments that contradict each other.
using DescriptionFiles = std::vector<std::pair<std::string_view, std::string_view>>;
Description described(const DescriptionFiles& files, const domain::policy::Policy& policy);

/// GET /v1/openapi.json and GET /docs.
std::vector<Route> description_routes();

/// "/v1/orders/:id" as OpenAPI writes it: "/v1/orders/{id}".
std::string templated(std::string_view pattern);

} // namespace api::openapi
