#pragma once

#include "api/pipeline/route.hpp"

namespace api::market {

std::vector<Route> page_routes();

/// The published page; 404 without one, 410 once its account is closed.
Response show_provider(App& app, const Request& request);
/// A published picture.
Response show_file(App& app, const Request& request);
/// One's own page, published or not, with its version.
Response show_my_page(App& app, const Request& request);
/// Replaces its texts and says whether it is published.
Response put_my_page(App& app, const Request& request);
/// The portrait, as PNG or JPEG; drawn anew without what it told beside the picture.
Response put_photo(App& app, const Request& request);
/// One more for the portfolio.
Response add_picture(App& app, const Request& request);
/// Takes one out of the portfolio.
Response remove_picture(App& app, const Request& request);

} // namespace api::market
