#include "api/people/accounts.hpp"

#include "api/json/reader.hpp"
#include "api/people/conditions.hpp"
#include "api/people/profile_body.hpp"
#include "api/people/proof.hpp"
#include "api/people/secret_text.hpp"
#include "api/pipeline/entity_tags.hpp"
#include "api/pipeline/idempotent.hpp"
#include "api/pipeline/origin.hpp"
#include "domain/access/accounts.hpp"
#include "domain/access/attempts.hpp"
#include "domain/access/link_proof.hpp"
#include "domain/accounts/account_store.hpp"
#include "domain/core/crypto.hpp"
#include "domain/members/members.hpp"
#include "domain/profiles/profile_store.hpp"

namespace api::people {

using namespace domain;
using nlohmann::json;

namespace {

void check_terms(Reader& reader, const Platform& platform)
{
    const auto version = reader.text("accepted_terms", {.least = 1, .most = 40});
    if (!version.empty() && version != platform.terms_version) {
        reader.complain("accepted_terms",
                        {"La version en vigueur est " + platform.terms_version + ".",
                         "The version in force is " + platform.terms_version + "."});
    }
}

json view(const accounts::Account& account, const profiles::Profile& profile)
{
    auto body = profile_view(profile);
    body["id"] = account.id.text();
    body["kind"] = accounts::name(account.kind);
    body["state"] = accounts::name(account.state);
    body["email"] = profile.contact.email;
    body["email_verified"] = account.email_verified;
    body["created_at"] = to_text(account.created_at);
    body["last_sign_in_at"] =
        account.last_sign_in_at ? json(to_text(*account.last_sign_in_at)) : json(nullptr);
    return body;
}

} // namespace

Response sign_up(App& app, const Request& request)
{
    Reader reader(request.body);
    const auto given = read_email(reader);
    const auto email = given ? given->text() : std::string();
    access::SignUp wanted{};
    wanted.profile =
        read_profile(reader, request.body, {app.platform, app.policy}, day_in_paris(app.db.now()));
    const auto& person = wanted.profile.person;
    const auto password =
        read_new_password(reader, request.body, {email, person.surname, person.first_name});
    check_terms(reader, app.platform);
    reader.finish();
    wanted.profile.contact.email = email;
    if (!reader.has("language")) wanted.profile.language = request.language;
    wanted.terms =
        terms::current_text(app.platform, terms::Document::terms, wanted.profile.language);
    const auto origin = origin_of(request.raw);
    const bool may_be_mailed = app.db.transaction([&](Transaction& tx) {
        return access::may_be_mailed(tx, accounts::index_of(tx, *given), origin);
    });
    wanted.password_hash = password_hash(password);
    return idempotent(app, request, [&](Transaction& tx) {
        if (may_be_mailed) access::sign_up(tx, wanted, origin);
        return Response{202, {{"status", "verification_mail_sent"}}};
    });
}

Response verify_email(App& app, const Request& request)
{
    Reader reader(request.body);
    const auto token = reader.text("token", {.least = 20, .most = 100});
    const auto password = read_secret_text(reader, request.body, "password");
    reader.finish();
    // A repetition finds the link used up, and is given the stored answer.
    const bool is_proven =
        access::proves_attempt(app.db, token, access::TokenPurpose::email_verification, password);
    return idempotent(app, request, [&](Transaction& tx) {
        if (!is_proven) throw access::dead_link();
        access::verify_email(tx, token);
        return ok({{"status", "verified"}});
    });
}

Response read_me(App& app, const Request& request)
{
    return app.db.read([&](Transaction& tx) {
        const auto account = accounts::find(tx, actor_of(request).account);
        return tagged(ok(view(account, profiles::profile_of(tx, account))), account.version);
    });
}

Response edit_me(App& app, const Request& request)
{
    const auto versions = expected_versions(request);
    auto patch = request.body;
    const auto consent = take_consent(app, request, patch);
    return app.db.transaction([&](Transaction& tx) {
        const auto account = accounts::find(tx, actor_of(request).account);
        const auto current = profiles::profile_of(tx, account);
        auto body = profile_view(current);
        body.merge_patch(patch);
        Reader reader(body);
        auto profile = read_profile(reader, body, {app.platform, app.policy}, day_in_paris(tx.now));
        reader.finish();
        profile.contact.email = current.contact.email;
        const auto saved = members::edit(tx, neighbours(app), account.id,
                                         {versions, profile, consent.accepts_new_verification,
                                          consent.proof, origin_of(request.raw)});
        return tagged(ok(view(saved, profile)), saved.version);
    });
}

std::vector<Route> account_routes()
{
    return {
        {"POST", "/v1/accounts", "sign_up", Who::anyone, sign_up, true, http::Place::passwords},
        {"POST", "/v1/email-verifications", "verify_email", Who::anyone, verify_email, true,
         http::Place::passwords},
        {"GET", "/v1/me", "read_me", Who::signed_in, read_me},
        sensitive(access::SensitiveChange::identity,
                  {"PATCH", "/v1/me", "edit_me", Who::member, edit_me}),
    };
}

} // namespace api::people
