#include "api/people/mailed_links.hpp"

#include "api/people/plain_page.hpp"
#include "api/pipeline/origin.hpp"
#include "api/pipeline/security_watch.hpp"
#include "domain/access/accounts.hpp"
#include "domain/access/email_changes.hpp"
#include "domain/access/link_proof.hpp"

namespace api::people {

using namespace domain;
using access::TokenPurpose;

namespace {

constexpr std::string_view verification_path = "/email-verification";
constexpr std::string_view change_path = "/email-change";

/// What one of the two pages says and does.
struct LinkPage {
    std::string_view path, operation; // of the form
    TokenPurpose purpose;
    Say question, button, done;
    /// Returns whose link it was.
    AccountId (*act)(Transaction& tx, std::string_view token,
                     const accounts::ConnectionOrigin& from);
};

const LinkPage& verification()
{
    static const LinkPage page = {
        verification_path,
        "confirm_email_verification",
        TokenPurpose::email_verification,
        {"Pour confirmer votre adresse, donnez le mot de passe choisi à l'inscription.",
         "To confirm your address, give the password chosen when signing up."},
        {"Confirmer", "Confirm"},
        {"Votre adresse est confirmée : vous pouvez vous connecter.",
         "Your address is confirmed: you can sign in."},
        [](Transaction& tx, std::string_view token, const accounts::ConnectionOrigin&) {
            return access::verify_email(tx, token).id;
        }};
    return page;
}

const LinkPage& change()
{
    static const LinkPage page = {
        change_path,
        "confirm_email_change",
        TokenPurpose::email_change,
        {"Pour changer d'adresse, donnez le mot de passe de votre compte.",
         "To change your address, give the password of your account."},
        {"Changer d'adresse", "Change the address"},
        {"C'est fait : connectez-vous désormais avec cette adresse.",
         "Done: sign in with this address from now on."},
        access::complete_email_change};
    return page;
}

PlainForm form_of(const LinkPage& page, std::string_view token)
{
    return {.button = page.button,
            .action = std::string(page.path),
            .token = std::string(token),
            .asks_password = true};
}

/// Only asks: mail programs and virus scanners follow links by themselves.
Response show(const LinkPage& page, const Request& request)
{
    const auto token = query_text(request, "token");
    if (!is_link_token(token)) throw not_found();
    return plain_page(page.question, form_of(page, token), request.language);
}

/// A refusal is a page too, with the form again unless the link is dead.
Response carry_out(App& app, const LinkPage& page, const Request& request)
{
    const auto token = form_field(request, "token");
    if (!is_link_token(token)) throw not_found();
    std::optional<PlainForm> again;
    try {
        if (!access::proves_attempt(app.db, token, page.purpose, form_field(request, "password")))
            throw access::dead_link();
        const auto owner = app.db.transaction(
            [&](Transaction& tx) { return page.act(tx, token, origin_of(request.raw)); });
        auto response = plain_page(page.done, {}, request.language);
        response.subject = owner;
        return response;
    } catch (const Refused& refused) {
        note_refusal(app, page.operation, request, refused);
        const bool is_dead = !refused.fields().empty() && refused.fields()[0].field == "token";
        if (!is_dead) again = form_of(page, token);
        return refusal_page(refused, again, request.language);
    }
}

} // namespace

std::vector<Route> mailed_link_routes()
{
    return {
        {"GET", verification_path, "show_email_verification", Who::anyone,
         [](App&, const Request& request) { return show(verification(), request); }},
        form_route(verification_path, verification().operation,
                   [](App& app, const Request& request) {
                       return carry_out(app, verification(), request);
                   }),
        {"GET", change_path, "show_email_change", Who::anyone,
         [](App&, const Request& request) { return show(change(), request); }},
        sensitive(access::SensitiveChange::email_by_link,
                  form_route(change_path, change().operation,
                             [](App& app, const Request& request) {
                                 return carry_out(app, change(), request);
                             })),
    };
}

} // namespace api::people
