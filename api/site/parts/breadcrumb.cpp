#include "api/site/parts/breadcrumb.hpp"

namespace api::site::parts {

void StepView::shown(frame::Dictionary& into) const
{
    into.when("LEADS", !where.is_empty());
    into.when("HERE", where.is_empty());
    into.link("WHERE", where);
    into.sentence("LABEL", label);
    into.text("NAME", name);
}

} // namespace api::site::parts
