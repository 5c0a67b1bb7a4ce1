#include "api/staff/proposal_links.hpp"

#include "api/people/plain_page.hpp"
#include "domain/proposals/proposals.hpp"

namespace api::staff {

using namespace domain;

namespace {

constexpr std::string_view path = "/proposal-refusal";

/// Only asks: mail programs and virus scanners follow links by themselves. Whether the link is
/// alive is not told before it is used.
Response show(App&, const Request& request)
{
    const auto token = query_text(request, "token");
    if (!people::is_link_token(token)) throw not_found();
    const people::PlainForm form{
        .button = {"Refuser", "Refuse"}, .action = std::string(path), .token = token};
    return people::plain_page({"Voulez-vous refuser la proposition dont parle ce message ?",
                               "Do you want to refuse the proposal that the mail is about?"},
                              form, request.language);
}

Response refuse(App& app, const Request& request)
{
    const auto token = people::form_field(request, "token");
    if (!people::is_link_token(token)) throw not_found();
    const bool refused =
        app.db.transaction([&](Transaction& tx) { return proposals::refuse_by_link(tx, token); });
    if (refused) {
        return people::plain_page({"La proposition est refusée : elle ne prendra pas effet.",
                                   "The proposal is refused: it will not take effect."},
                                  {}, request.language);
    }
    return people::plain_page(
        {"Ce lien n'est pas valable, a déjà servi, ou la proposition est déjà "
         "décidée.",
         "This link is not valid, was used, or the proposal is decided "
         "already."},
        {}, request.language, status(Refusal::invalid_fields));
}

} // namespace

std::vector<Route> proposal_link_routes()
{
    return {
        {"GET", path, "show_proposal_refusal", Who::anyone, show},
        people::form_route(path, "refuse_proposal", refuse),
    };
}

} // namespace api::staff
