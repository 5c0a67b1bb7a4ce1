#include "api/site/market/asking.hpp"

namespace api::site::market {

AskingView asking(const Request& request, const std::string& provider, const frame::Href& page)
{
    return {provider, frame::Href::to("/sign-in").with("next", page.in(request.language)),
            !request.actor};
}

void AskingView::shown(frame::Dictionary& into) const
{
    into.sentence("TEXT", {"market.ask_text", {{"provider", provider}}});
    into.when("VISITOR", is_visitor);
    into.link("WHERE", where);
}

} // namespace api::site::market
