#include "api/people/email_changes.hpp"

#include "api/people/proof.hpp"
#include "api/people/secret_text.hpp"
#include "api/pipeline/idempotent.hpp"
#include "api/pipeline/origin.hpp"
#include "domain/access/credentials.hpp"
#include "domain/access/email_changes.hpp"

namespace api::people {

using namespace domain;

namespace {

/// 202 whatever the address: only its mailbox learns whether it was known.
Response request_change(App& app, const Request& request)
{
    Reader reader(request.body);
    const auto email = read_email(reader);
    const auto password = read_secret_text(reader, request.body, "password");
    const auto code = read_code(reader);
    reader.finish();
    demand_password(app, request, password, "password");
    return idempotent(app, request, [&](Transaction& tx) {
        const auto& account = actor_of(request).account;
        access::demand_code(tx, account, code);
        access::request_email_change(tx, account, *email, origin_of(request.raw));
        return Response{202, {{"status", "confirmation_mail_sent"}}};
    });
}

Response complete_change(App& app, const Request& request)
{
    Reader reader(request.body);
    const auto token = reader.text("token", {.least = 20, .most = 100});
    reader.finish();
    return idempotent(app, request, [&](Transaction& tx) {
        access::complete_email_change(tx, token, origin_of(request.raw));
        return ok({{"status", "changed"}});
    });
}

} // namespace

std::vector<Route> email_change_routes()
{
    return {
        {"POST", "/v1/me/email", "request_email_change", Who::signed_in, request_change, true,
         http::Place::pool},
        {"POST", "/v1/email-changes", "complete_email_change", Who::anyone, complete_change, true},
    };
}

} // namespace api::people
