#include "api/site/market/criteria.hpp"

namespace api::site::market {

frame::Href Criteria::address() const
{
    return frame::Href::to("/services")
        .with("q", words)
        .with("city", city)
        .with("skill", skill)
        .with("min_rating", min_rating)
        .with("sort", sort);
}

bool Criteria::is_narrow() const
{
    return !(words + city + skill + min_rating).empty();
}

Criteria criteria_of(const Request& request)
{
    Criteria criteria{query_text(request, "q"), query_text(request, "city"),
                      query_text(request, "skill"), query_text(request, "min_rating"),
                      query_text(request, "sort")};
    if (criteria.sort == "newest") criteria.sort.clear(); // what is not asked for
    return criteria;
}

} // namespace api::site::market
