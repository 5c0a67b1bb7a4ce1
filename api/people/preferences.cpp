#include "api/people/preferences.hpp"

#include "api/json/reader.hpp"
#include "api/people/plain_page.hpp"
#include "domain/mail/preferences.hpp"

namespace api::people {

using namespace domain;
using nlohmann::json;

namespace {

json view(const mail::Preferences& preferences)
{
    return {{"message", preferences.message},
            {"quote", preferences.quote},
            {"payment", preferences.payment},
            {"review", preferences.review}};
}

mail::Unsubscription wish_of(const App& app, const Request& request)
{
    const auto wish = mail::parse_unsubscribe_token(app.vault, request.raw.capture(":token"));
    if (!wish) throw not_found();
    return *wish;
}

Say kind_in_words(mail::MailKind kind)
{
    switch (kind) {
    case mail::MailKind::service: return {"de service", "service"};
    case mail::MailKind::message: return {"sur vos messages", "about your messages"};
    case mail::MailKind::quote: return {"sur vos devis", "about your quotes"};
    case mail::MailKind::payment: return {"sur vos paiements", "about your payments"};
    case mail::MailKind::review: return {"sur vos avis", "about your reviews"};
    }
    return {};
}

/// Only asks: mail programs and virus scanners follow links by themselves.
Response show_unsubscription(App& app, const Request& request)
{
    const auto kind = kind_in_words(wish_of(app, request).kind);
    const Say question = {"Ne plus recevoir les e-mails " + kind.fr + " ?",
                          "Stop receiving mails " + kind.en + "?"};
    const Say button = {"Ne plus les recevoir", "Stop them"};
    return plain_page(question, PlainForm{.button = button}, request.language);
}

/// One click (RFC 8058), or the button of the page: without signing in.
Response unsubscribe(App& app, const Request& request)
{
    const auto wish = wish_of(app, request);
    app.db.transaction([&](Transaction& tx) { mail::unsubscribe(tx, wish); });
    const auto kind = kind_in_words(wish.kind);
    const Say done = {"C'est fait : plus d'e-mails " + kind.fr + ".",
                      "Done: no more mails " + kind.en + "."};
    return plain_page(done, {}, request.language);
}

} // namespace

Response read_mail_preferences(App& app, const Request& request)
{
    return app.db.read([&](Transaction& tx) {
        return ok(view(mail::preferences_of(tx, actor_of(request).account)));
    });
}

Response write_mail_preferences(App& app, const Request& request)
{
    Reader reader(request.body);
    mail::Preferences wanted;
    wanted.message = reader.flag("message", true);
    wanted.quote = reader.flag("quote", true);
    wanted.payment = reader.flag("payment", true);
    wanted.review = reader.flag("review", true);
    reader.finish();
    app.db.transaction(
        [&](Transaction& tx) { mail::write_preferences(tx, actor_of(request).account, wanted); });
    return ok(view(wanted));
}

std::vector<Route> preference_routes()
{
    constexpr std::size_t form_max = 4096;
    Route one_click{"POST", "/v1/unsubscriptions/:token", "unsubscribe", Who::anyone, unsubscribe};
    one_click.body_max = form_max;
    one_click.takes = Takes::one_click;
    one_click.uses_session = false;
    return {
        {"GET", "/v1/me/mail-preferences", "read_mail_preferences", Who::signed_in,
         read_mail_preferences},
        {"PUT", "/v1/me/mail-preferences", "write_mail_preferences", Who::signed_in,
         write_mail_preferences},
        {"GET", "/v1/unsubscriptions/:token", "show_unsubscription", Who::anyone,
         show_unsubscription},
        one_click,
    };
}

} // namespace api::people
