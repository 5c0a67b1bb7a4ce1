#include "api/site/access/asking.hpp"

namespace api::site::access {

void Asking::shown(frame::Dictionary& into) const
{
    into.sentence("TITLE", title);
    into.maybe("NOTICE", notice);
    into.each("PARAGRAPHS", paragraphs);
    into.part("FORM", drawn);
    into.each("WAYS", ways);
}

Response asked(App& app, const Request& request, Asking asking, const frame::Filled& filled)
{
    asking.drawn = frame::drawn(app, request, asking.form, filled);
    return frame::page(app, request, frame::headed({.title = asking.title}, filled), asking);
}

} // namespace api::site::access
