#pragma once

#include <optional>
#include <string>

#include "api/pipeline/request.hpp"
#include "domain/reviews/review_store.hpp"

namespace api::market {

/// ?sort=, the most recent first without it; refuses (invalid_fields) what is none.
domain::reviews::Sort review_sort_of(const Request& request);

/// Where a page of reviews ended, as `next` says it, and back; nothing for the first page. Refuses
/// (invalid_fields) what `next` never said.
std::string review_cursor_of(const domain::reviews::Review& review);
std::optional<domain::reviews::Place> review_place_of(const std::string& cursor);

} // namespace api::market
