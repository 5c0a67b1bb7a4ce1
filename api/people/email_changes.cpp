#include "api/people/email_changes.hpp"

#include "api/people/proof.hpp"
#include "api/people/secret_text.hpp"
#include "api/pipeline/idempotent.hpp"
#include "api/pipeline/origin.hpp"
#include "domain/access/credentials.hpp"
#include "domain/access/email_changes.hpp"
#include "domain/access/link_proof.hpp"

namespace api::people {

using namespace domain;
using access::SensitiveChange;

namespace {

/// Whether the session of the account that asked, or its password, comes with the link.
bool is_proven(App& app, const Request& request, const std::string& token,
               const std::string& password)
{
    constexpr auto purpose = access::TokenPurpose::email_change;
    const bool has_session = request.actor && !request.actor->session.empty();
    if (has_session && password.empty()) {
        const bool is_own = app.db.read_latest([&](Transaction& tx) {
            return access::is_link_of(tx, token, purpose, request.actor->account);
        });
        if (is_own) return true;
    }
    return access::proves_attempt(app.db, token, purpose, password);
}

} // namespace

Response request_email_change(App& app, const Request& request)
{
    Reader reader(request.body);
    const auto email = read_email(reader);
    const auto typed = read_proof(reader, request.body, SensitiveChange::email);
    reader.finish();
    const auto proof = tried(app, request, typed);
    return idempotent(app, request, [&](Transaction& tx) {
        const auto& account = actor_of(request).account;
        access::demand_proof(tx, account, SensitiveChange::email, proof);
        access::request_email_change(tx, account, *email, origin_of(request.raw));
        return Response{202, {{"status", "confirmation_mail_sent"}}};
    });
}

Response complete_email_change(App& app, const Request& request)
{
    Reader reader(request.body);
    const auto token = reader.text("token", {.least = 20, .most = 100});
    std::string password;
    if (!request.actor || reader.has("password"))
        password = read_secret_text(reader, request.body, "password");
    reader.finish();
    const bool proven = is_proven(app, request, token, password);
    return idempotent(app, request, [&](Transaction& tx) {
        if (!proven) throw access::dead_link();
        auto response = ok({{"status", "changed"}});
        response.subject = access::complete_email_change(tx, token, origin_of(request.raw));
        return response;
    });
}

std::vector<Route> email_change_routes()
{
    return {
        sensitive(SensitiveChange::email, {"POST", "/v1/me/email", "request_email_change",
                                           Who::signed_in, request_email_change, true}),
        sensitive(SensitiveChange::email_by_link,
                  {"POST", "/v1/email-changes", "complete_email_change", Who::anyone,
                   complete_email_change, true}),
    };
}

} // namespace api::people
