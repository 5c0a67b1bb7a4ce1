#include "tests/faults/world.hpp"

namespace tests {

namespace {

/// The path of the link that stops mails of this kind.
std::string unsubscribe_path(const domain::mail::Outgoing& mail)
{
    const auto from = mail.bytes.find("List-Unsubscribe: <");
    const auto path = mail.bytes.find("/v1/", from);
    return mail.bytes.substr(path, mail.bytes.find('>', path) - path);
}

} // namespace

std::vector<Play> World::people()
{
    return {
        {{.name = "edit_me", .again = Again::refused},
         [](World& w) {
             return request("PATCH", "/v1/me",
                            {{"person", {{"first_name", "Anna"}}}, {"language", "en"}}, w.ana,
                            w.get("/v1/me", w.ana.bearer).header("etag"));
         }},
        {{.name = "write_legal_details", .again = Again::refused},
         [](World& w) {
             return request("PUT", "/v1/me/legal-details", {{"phone", "+33698765432"}}, w.ana,
                            w.get("/v1/me", w.ana.bearer).header("etag"));
         }},
        {{"accept_terms"},
         [](World& w) {
             const auto carl = w.given_a_provider("Carl");
             return request("POST", "/v1/me/acceptances",
                            {{"document", "invoicing_mandate"}, {"version", "2026-01"}}, carl);
         }},
        {{.name = "write_mail_preferences", .again = Again::anew},
         [](World& w) {
             return request("PUT", "/v1/me/mail-preferences", {{"payment", false}}, w.ana);
         }},
        {{.name = "unsubscribe", .again = Again::anew},
         [](World& w) {
             w.given_a_quote();
             w.run_jobs();
             return anonymous("POST", unsubscribe_path(w.mailbox.to(w.ana.email).back()), nullptr);
         }},
    };
}

std::vector<Play> World::pages()
{
    return {
        {{.name = "put_my_page", .again = Again::refused},
         [](World& w) {
             expect(200, w.upload("PUT", "/v1/me/page/photo", some_picture(false), w.ben));
             return request("PUT", "/v1/me/page", w.some_page(), w.ben, w.page_etag(w.ben));
         }},
        {{.name = "put_photo", .again = Again::anew},
         [](World& w) { return bytes("PUT", "/v1/me/page/photo", some_picture(false), w.ben); }},
        {{"add_picture"},
         [](World& w) {
             return bytes("POST", "/v1/me/portfolio?caption=Rideaux", some_picture(true), w.ben);
         }},
        {{.name = "remove_picture", .again = Again::refused},
         [](World& w) {
             const auto page = expect(201, w.upload("POST", "/v1/me/portfolio?caption=Rideaux",
                                                    some_picture(true), w.ben));
             const std::string id = page["portfolio"].back()["id"];
             return request("DELETE", "/v1/me/portfolio/" + id, nullptr, w.ben);
         }},
        {{"create_service"},
         [](World& w) {
             w.publish(w.ben);
             return request(
                 "POST", "/v1/services",
                 {{"title", "Ourlets"}, {"description", "Soigné."}, {"city", "Marseille"}}, w.ben);
         }},
        {{.name = "change_service", .again = Again::refused},
         [](World& w) {
             w.publish(w.ben);
             const auto service = "/v1/services/" + text(w.given_a_service(w.ben, "Ourlets"));
             return request("PATCH", service, {{"title", "Ourlets et reprises"}}, w.ben,
                            w.get("/v1/me" + service.substr(3), w.ben.bearer).header("etag"));
         }},
        {{.name = "remove_service", .again = Again::refused},
         [](World& w) {
             w.publish(w.ben);
             const auto service = text(w.given_a_service(w.ben, "Ourlets"));
             return request("DELETE", "/v1/services/" + service, nullptr, w.ben);
         }},
    };
}

} // namespace tests
