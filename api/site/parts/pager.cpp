#include "api/site/parts/pager.hpp"

namespace api::site::parts {

void PagerView::shown(frame::Dictionary& into) const
{
    into.when("PAGED", before.has_value() || after.has_value());
    into.when("HAS_BEFORE", before.has_value());
    into.link("BEFORE", before.value_or(frame::Href()));
    into.when("HAS_AFTER", after.has_value());
    into.link("AFTER", after.value_or(frame::Href()));
}

} // namespace api::site::parts
