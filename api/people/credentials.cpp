#include "api/people/credentials.hpp"

#include "api/json/reader.hpp"
#include "api/people/proof.hpp"
#include "api/people/secret_text.hpp"
#include "api/people/sign_in.hpp"
#include "api/pipeline/origin.hpp"
#include "domain/access/accounts.hpp"
#include "domain/access/attempts.hpp"
#include "domain/access/credentials.hpp"
#include "domain/access/second_factor.hpp"
#include "domain/access/sessions.hpp"
#include "domain/core/crypto.hpp"
#include "invoicing/archive/archive_key.hpp"

namespace api::people {

using namespace domain;
using access::SensitiveChange;
using nlohmann::json;

Response request_password_reset(App& app, const Request& request)
{
    Reader reader(request.body);
    const auto email = read_email(reader);
    reader.finish();
    app.db.transaction([&](Transaction& tx) {
        access::request_password_reset(tx, *email, origin_of(request.raw));
    });
    return {202, {{"status", "mail_sent_if_known"}}};
}

Response set_password(App& app, const Request& request)
{
    Reader reader(request.body);
    const auto token = reader.text("token", {.least = 20, .most = 100});
    const auto context =
        app.db.read_latest([&](Transaction& tx) { return access::context_of_token(tx, token); });
    const auto password = read_new_password(reader, request.body, context);
    reader.finish();
    const auto hash = password_hash(password);
    auto response = no_content();
    response.subject = app.db.transaction([&](Transaction& tx) {
        const auto owner = access::set_password_by_token(tx, token, hash, origin_of(request.raw));
        if (owner.kind == accounts::AccountKind::member)
            invoicing::archive::revoke_keys_minted_by(tx, owner.id);
        return owner.id;
    });
    return response;
}

Response change_password(App& app, const Request& request)
{
    const auto account = actor_of(request).account;
    Reader reader(request.body);
    const auto typed =
        read_proof(reader, request.body, SensitiveChange::password, "current_password");
    const auto context =
        app.db.read_latest([&](Transaction& tx) { return access::context_of(tx, account); });
    const auto password = read_new_password(reader, request.body, context);
    reader.finish();
    const auto proof = tried(app, request, typed);
    const auto hash = password_hash(password);
    app.db.transaction([&](Transaction& tx) {
        access::demand_proof(tx, account, SensitiveChange::password, proof);
        access::change_password(tx, account, hash, origin_of(request.raw));
    });
    return no_content();
}

Response start_second_factor(App& app, const Request& request)
{
    Reader reader(request.body);
    const auto typed = read_proof(reader, request.body, SensitiveChange::second_factor_set);
    reader.finish();
    const auto proof = tried(app, request, typed);
    const auto enrolment = app.db.transaction([&](Transaction& tx) {
        const auto& account = actor_of(request).account;
        auto begun = access::enrol(tx, account, app.platform.name);
        access::demand_proof(tx, account, SensitiveChange::second_factor_set, proof);
        return begun;
    });
    return created({{"secret", enrolment.secret}, {"otpauth_uri", enrolment.otpauth_uri}},
                   "/v1/me/second-factor");
}

Response confirm_second_factor(App& app, const Request& request)
{
    const auto account = actor_of(request).account;
    Reader reader(request.body);
    const auto code = reader.text("code", {.least = 6, .most = 10});
    reader.finish();
    app.db.transaction(
        [&](Transaction& tx) { access::count_proof(tx, account, access::Tried::code); });
    const auto channel =
        request.raw.header("authorization") ? access::Channel::bearer : access::Channel::cookie;
    return app.db.transaction([&](Transaction& tx) {
        const auto codes = access::confirm(tx, account, code, origin_of(request.raw));
        access::forgive_proof(tx, account, access::Tried::code);
        auto response =
            session_answer(app, access::sessions::open(tx, accounts::find(tx, account), channel,
                                                       true, origin_of(request.raw)));
        response.body = {{"recovery_codes", codes}, {"session", response.body}};
        return response;
    });
}

Response remove_second_factor(App& app, const Request& request)
{
    const auto account = actor_of(request).account;
    Reader reader(request.body);
    const auto typed = read_proof(reader, request.body, SensitiveChange::second_factor_removed);
    reader.finish();
    const auto proof = tried(app, request, typed);
    app.db.transaction([&](Transaction& tx) {
        access::demand_proof(tx, account, SensitiveChange::second_factor_removed, proof);
        access::remove_second_factor(tx, account, origin_of(request.raw));
    });
    return no_content();
}

Response read_second_factor(App& app, const Request& request)
{
    const auto& actor = actor_of(request);
    return app.db.read([&](Transaction& tx) {
        const auto account = accounts::find(tx, actor.account);
        return ok({{"in_force", access::has_second_factor(tx, actor.account)},
                   {"mandatory", accounts::needs_second_factor(account.kind)},
                   {"this_session", actor.second_factor}});
    });
}

std::vector<Route> credential_routes()
{
    return {
        {"POST", "/v1/password-resets", "request_password_reset", Who::anyone,
         request_password_reset},
        sensitive(SensitiveChange::password_by_link,
                  {"PUT", "/v1/password", "set_password", Who::anyone, set_password}),
        sensitive(SensitiveChange::password,
                  {"PUT", "/v1/me/password", "change_password", Who::signed_in, change_password}),
        {"GET", "/v1/me/second-factor", "read_second_factor", Who::signed_in, read_second_factor},
        sensitive(SensitiveChange::second_factor_set,
                  {"POST", "/v1/me/second-factor", "start_second_factor", Who::signed_in,
                   start_second_factor}),
        {"POST", "/v1/me/second-factor/confirmation", "confirm_second_factor", Who::signed_in,
         confirm_second_factor},
        sensitive(SensitiveChange::second_factor_removed,
                  {"POST", "/v1/me/second-factor/removal", "remove_second_factor", Who::signed_in,
                   remove_second_factor}),
    };
}

} // namespace api::people
