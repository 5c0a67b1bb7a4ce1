#include "api/people/sign_in.hpp"

#include "api/json/reader.hpp"
#include "api/people/proof.hpp"
#include "api/people/secret_text.hpp"
#include "api/pipeline/cookies.hpp"
#include "api/pipeline/origin.hpp"
#include "api/pipeline/own_form.hpp"
#include "domain/access/second_step.hpp"
#include "domain/access/security_event.hpp"
#include "domain/access/sign_in.hpp"

namespace api::people {

using namespace domain;
using nlohmann::json;

namespace {

/// The code that follows a ticket, which stands for address and password.
std::string read_code_after_ticket(Reader& reader)
{
    const bool has_both = reader.has("email") || reader.has("password");
    reader.known("email");
    reader.known("password");
    if (has_both) {
        reader.complain("ticket", {"Donnez soit ce ticket, soit adresse et mot de passe.",
                                   "Give either this ticket, or address and password."});
    }
    return reader.text("code", {.least = 1, .most = 40});
}

/// A cookie is given to pages of ours only.
void require_own_site(const App& app, const Request& request, access::Channel channel)
{
    if (channel != access::Channel::cookie || comes_from_our_site(app, request.raw)) return;
    throw access::SecurityRefusal(access::SecurityEvent::origin_refused,
                                  {Refusal::forbidden,
                                   {"Ce site n'est pas autorisé à ouvrir une session par cookie.",
                                    "This site is not allowed to open a session by cookie."}});
}

} // namespace

Response open_session(App& app, const Request& request)
{
    Reader reader(request.body);
    const auto ticket = reader.maybe_text("ticket", {.least = 20, .most = 120});
    const auto channel = access::parse_channel(
        reader.maybe_choice("channel", {"bearer", "cookie"}).value_or("bearer"));
    const auto most = app.budgets.sessions;
    if (reader.has("ticket")) {
        const auto code = read_code_after_ticket(reader);
        reader.finish();
        require_own_site(app, request, *channel);
        return session_answer(app, access::second_step(app.db, {*ticket, code, *channel, most},
                                                       origin_of(request.raw)));
    }
    const auto email = read_email(reader);
    const auto password = read_secret_text(reader, request.body, "password");
    const auto code = read_code(reader);
    reader.finish();
    require_own_site(app, request, *channel);
    return session_answer(app, access::sign_in(app.db, {*email, password, code, *channel, most},
                                               origin_of(request.raw)));
}

Response session_answer(const App& app, const access::OpenedSession& session)
{
    json body = {{"id", session.id.text()},
                 {"channel", access::name(session.channel)},
                 {"second_factor", session.second_factor},
                 {"expires_at", to_text(session.expires_at)}};
    const bool is_bearer = session.channel == access::Channel::bearer;
    body[is_bearer ? "token" : "csrf_token"] = is_bearer ? session.token : session.csrf_token;
    auto response = created(std::move(body), "/v1/sessions/current");
    response.subject = session.account;
    if (!is_bearer) response.headers.push_back(cookie_with(app, session));
    return response;
}

} // namespace api::people
