#pragma once

#include "api/pipeline/route.hpp"

namespace api::market {

std::vector<Route> service_routes();

/// What is published, a page at a time.
Response search_services(App& app, const Request& request);
/// A published service with its provider; 404 without one, 410 once its account is closed.
Response show_service(App& app, const Request& request);
/// One's own, published or not.
Response list_my_services(App& app, const Request& request);
/// One of one's own, with its version.
Response show_my_service(App& app, const Request& request);
/// Published unless said otherwise.
Response create_service(App& app, const Request& request);
/// A merge patch (RFC 7396) of what show_my_service() shows.
Response change_service(App& app, const Request& request);
/// Takes it away for good.
Response remove_service(App& app, const Request& request);

} // namespace api::market
