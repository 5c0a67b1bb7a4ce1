#include "api/market/wanted_services.hpp"

#include "domain/core/money.hpp"

namespace api::market {

using namespace domain;

namespace {

constexpr std::size_t bytes_max = 200; // of each text
constexpr std::int64_t rating_e2_max = 500;

std::string read_text(const Request& request, const char* name, std::vector<FieldError>& errors)
{
    auto text = query_text(request, name);
    if (text.size() > bytes_max) errors.push_back({name, {"Trop long.", "Too long."}});
    return text;
}

} // namespace

services::Search wanted_services(const Request& request, const std::string& after)
{
    std::vector<FieldError> errors;
    services::Search wanted{.words = read_text(request, "q", errors),
                            .city = read_text(request, "city", errors),
                            .skill = read_text(request, "skill", errors)};
    const auto stars = query_text(request, "min_rating");
    const auto rating = parse_percent(stars.empty() ? "0" : stars);
    if (!rating || rating->value > rating_e2_max)
        errors.push_back({"min_rating", {"De 0 à 5.", "From 0 to 5."}});
    const auto sort = query_text(request, "sort");
    const auto sorted = services::parse_sort(sort.empty() ? "newest" : sort);
    if (!sorted)
        errors.push_back({"sort", {"newest, rating ou price.", "newest, rating or price."}});
    if (!errors.empty()) {
        throw Refused(Refusal::invalid_fields,
                      {"Cette recherche n'est pas possible.", "This search is not possible."},
                      std::move(errors));
    }
    wanted.rating_e2_min = rating->value;
    wanted.sort = *sorted;
    wanted.after = after;
    return wanted;
}

} // namespace api::market
