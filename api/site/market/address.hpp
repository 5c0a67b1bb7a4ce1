#pragma once

#include <string_view>

#include "api/pipeline/request.hpp"
#include "api/site/frame/href.hpp"
#include "domain/core/id.hpp"
#include "domain/core/refused.hpp"

namespace api::site::market {

/// Pages of what is published: a readable name first, then the id, which alone decides.
frame::Href service_address(std::string_view title, const domain::ServiceId& id);
frame::Href provider_address(std::string_view display_name, const domain::AccountId& id);
frame::Href reviews_address(std::string_view display_name, const domain::AccountId& id);

/// A picture that a published page shows.
frame::Href picture_address(std::string_view file);

/// Whether the request names the page as `right` does; it is moved there otherwise.
bool is_at(const Request& request, const frame::Href& right);

/// The id at the end of "ourlet-de-rideau-svc_01…", or not_found.
template <typename Id>
Id id_at_end(std::string_view segment)
{
    const auto id = Id::parse(segment.substr(segment.rfind('-') + 1)); // npos + 1 is 0
    if (!id) throw domain::not_found();
    return *id;
}

} // namespace api::site::market
