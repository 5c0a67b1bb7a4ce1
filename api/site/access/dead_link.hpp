#pragma once

#include <cstdint>

#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "api/pipeline/response.hpp"
#include "api/site/frame/form.hpp"

namespace api::site::access {

/// What a link in a mail was for that does nothing any more.
enum class DeadLink : std::uint8_t { verification, change, reset };

/// Whether a form came back because its link is used, too old, or none of ours.
bool is_of_dead_link(const frame::Filled& filled);

/// The page that says so, and how to come by another link. It looks alike for every such link.
Response dead_link(App& app, const Request& request, DeadLink which, int status);
Response dead_link(App& app, const Request& request, DeadLink which, const frame::Filled& filled);

} // namespace api::site::access
