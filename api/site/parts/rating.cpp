#include "api/site/parts/rating.hpp"

namespace api::site::parts {

std::string spelled_tenths(std::int64_t tenths, domain::Language language)
{
    constexpr std::int64_t ten = 10;
    const auto* point = language == domain::Language::fr ? "," : ".";
    return std::to_string(tenths / ten) + point + std::to_string(tenths % ten);
}

void RatingView::shown(frame::Dictionary& into) const
{
    const auto average = spelled_tenths(tenths, into.language());
    into.when("RATED", count > 0);
    into.when("NOT_RATED", count == 0);
    into.text("AVERAGE", average);
    into.sentence("SPOKEN", {"parts.out_of_five", {{"rating", average}}});
    into.sentence("COUNT", {"parts.reviews", {{"count", count}}});
}

} // namespace api::site::parts
