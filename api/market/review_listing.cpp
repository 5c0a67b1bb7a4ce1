#include "api/market/review_listing.hpp"

#include <charconv>

#include "domain/core/refused.hpp"

namespace api::market {

using namespace domain;
using reviews::Review;

namespace {

std::int64_t number_of(std::string_view text)
{
    std::int64_t value = -1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

reviews::Sort review_sort_of(const Request& request)
{
    const auto wanted = query_text(request, "sort");
    if (wanted.empty()) return reviews::Sort::recent;
    const auto sort = reviews::parse_sort(wanted);
    if (!sort) {
        throw Refused(Refusal::invalid_fields,
                      {"Ce tri n'existe pas.", "There is no such sort order."},
                      {{"sort", {"recent, highest ou lowest.", "recent, highest or lowest."}}});
    }
    return *sort;
}

std::string review_cursor_of(const Review& review)
{
    return std::to_string(review.rating) + " " + std::to_string(micros(review.published_at)) + " " +
           review.id.text();
}

/// "5 1790000000000000 rev_…": rating, publication and id of the last review of a page.
std::optional<reviews::Place> review_place_of(const std::string& cursor)
{
    if (cursor.empty()) return {};
    const auto first = cursor.find(' ');
    const auto second = cursor.find(' ', first + 1);
    const bool whole = first != std::string::npos && second != std::string::npos;
    const auto rating = whole ? number_of(cursor.substr(0, first)) : -1;
    const auto at = whole ? number_of(cursor.substr(first + 1, second - first - 1)) : -1;
    if (rating < 0 || rating > reviews::rating_max || at < 0) {
        throw Refused(Refusal::invalid_fields,
                      {"La suite demandée ne se lit pas : reprenez la liste à son début.",
                       "What was to follow is unreadable: begin the list again."},
                      {{"cursor", {"Curseur illisible.", "Unreadable cursor."}}});
    }
    return reviews::Place{static_cast<int>(rating), instant_of(at), cursor.substr(second + 1)};
}

} // namespace api::market
