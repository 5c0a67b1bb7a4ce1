#pragma once

#include "api/pipeline/route.hpp"
#include "domain/moderation/report_store.hpp"
#include "domain/reviews/review.hpp"

namespace api::market {

/// Reviews as people give, read and answer them.
std::vector<Route> review_routes();

/// A review as its author, its target and staff see it; the public sees less.
nlohmann::json full_view(const domain::reviews::Review& review,
                         const std::optional<domain::moderation::Record>& decision,
                         domain::Language language);

} // namespace api::market
