#include <algorithm>
#include <array>

#include "api/site/access/access.hpp"
#include "api/site/access/asking.hpp"
#include "api/site/access/second_step.hpp"
#include "api/site/access/session_opened.hpp"
#include "api/site/frame/page_route.hpp"
#include "api/site/frame/submitted.hpp"
#include "domain/access/sign_in_ticket.hpp"

namespace api::site::access {

using namespace domain;

namespace {

using frame::Href;
using frame::Kind;

/// What has just been done elsewhere: ?told=… of whoever leads here.
struct Notice {
    std::string_view told, words;
};

constexpr std::array notices = {
    Notice{"verified", "access.notice_verified"},
    Notice{"changed", "access.notice_changed"},
    Notice{"password", "access.notice_password"},
    Notice{"signed_out", "access.notice_signed_out"},
};

std::optional<Paragraph> notice_of(const Request& request)
{
    const auto* found = std::ranges::find(notices, query_text(request, "told"), &Notice::told);
    if (found == notices.end()) return {};
    return Paragraph{{std::string(found->words)}};
}

frame::Form sign_in_form()
{
    return {.action = Href::to("/sign-in"),
            .button = {"access.sign_in_button"},
            .fields = {{.name = "email",
                        .label = {"access.email"},
                        .kind = Kind::email,
                        .mandatory = true,
                        .autocomplete = "username"},
                       {.name = "password",
                        .label = {"access.password"},
                        .kind = Kind::password,
                        .mandatory = true,
                        .autocomplete = "current-password"},
                       next_field()}};
}

std::vector<Paragraph> reasons(const Request& request, const std::string& next)
{
    if (request.actor) return {{{"access.already_signed_in"}}};
    if (!next.empty() && !notice_of(request)) return {{{"access.needed"}}};
    return {};
}

std::vector<Way> ways(const Request& request, const std::string& next)
{
    std::vector<Way> ways = {{Href::to("/password-reset"), {"access.to_reset"}},
                             {Href::to("/sign-up"), {"access.to_sign_up"}, {"access.no_account"}}};
    if (request.actor) ways.insert(ways.begin(), {after_sign_in(next), {"access.go_on"}});
    return ways;
}

Response sign_in_page(App& app, const Request& request, const frame::Filled& filled)
{
    const auto next = next_in(filled.values);
    return asked(app, request,
                 {.title = {"access.sign_in_title"},
                  .notice = notice_of(request),
                  .paragraphs = reasons(request, next),
                  .form = sign_in_form(),
                  .ways = ways(request, next)},
                 filled);
}

Response show_sign_in(App& app, const Request& request)
{
    return sign_in_page(app, request, {.values = {{"next", query_text(request, "next")}}});
}

/// Whoever has a second factor goes on with the ticket that stands for its password.
Response sign_in(App& app, const Request& request)
{
    try {
        return opened_by(app, request, sign_in_form());
    } catch (const domain::access::CodeNeeded& needed) {
        const auto next = next_in(frame::posted(request));
        return code_page(app, request, {.values = {{"ticket", needed.ticket()}, {"next", next}}});
    } catch (const Refused& refused) {
        return again(app, request, refused, sign_in_page);
    }
}

/// The code was wrong, or the ticket no longer counts: then all begins anew.
Response give_code(App& app, const Request& request)
{
    try {
        return opened_by(app, request, code_form());
    } catch (const Refused& refused) {
        const bool is_over = refused.why() == Refusal::not_signed_in;
        return again(app, request, refused, is_over ? sign_in_page : code_page);
    }
}

/// The step before has the ticket; an address alone does not.
Response start_again(App&, const Request& request)
{
    return frame::see_other(request, Href::to("/sign-in"));
}

} // namespace

std::vector<Route> sign_in_routes()
{
    const auto passwords = http::Place::passwords;
    return frame::routes_of({
        {"GET", "/sign-in", "sign_in_page", Who::anyone, show_sign_in},
        {"POST", "/sign-in", "sign_in_form", Who::anyone, sign_in, passwords, false, opens_session},
        {"GET", "/sign-in/code", "second_step_page", Who::anyone, start_again},
        {"POST", "/sign-in/code", "second_step_form", Who::anyone, give_code, passwords, false,
         opens_session},
    });
}

} // namespace api::site::access
