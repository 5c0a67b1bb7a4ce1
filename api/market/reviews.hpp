#pragma once

#include "api/pipeline/route.hpp"
#include "domain/moderation/report_store.hpp"
#include "domain/reviews/review.hpp"

namespace api::market {

/// Reviews as people give, read and answer them.
std::vector<Route> review_routes();

/// Published ones about a provider, with how they are checked and sorted.
Response list_provider_reviews(App& app, const Request& request);
/// What providers wrote about a client, for providers only.
Response list_client_reviews(App& app, const Request& request);
/// Given or received, with the decisions on them.
Response list_my_reviews(App& app, const Request& request);
/// One per side of a validated order.
Response review_order(App& app, const Request& request);
/// Once, by whom it is about.
Response reply_to_review(App& app, const Request& request);

/// A review as its author, its target and staff see it; the public sees less.
nlohmann::json full_view(const domain::reviews::Review& review,
                         const std::optional<domain::moderation::Record>& decision,
                         domain::Language language);

} // namespace api::market
