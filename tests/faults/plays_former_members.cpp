#include "invoicing/former_members/document_link.hpp"
#include "tests/faults/world.hpp"

namespace tests {

using domain::Transaction;

namespace {

constexpr std::string_view tries =
    "tries are counted, and taken back when they were right, whatever comes of them";
constexpr std::string_view documents = "/v1/closed-account-documents";

} // namespace

json World::given_a_document_claim()
{
    const auto invoice = given_an_invoice();
    return db.transaction([&](Transaction& tx) -> json {
        return {
            {"token", invoicing::former_members::issue_link(tx, ana.id)},
            {"number", tx.one<std::string>("SELECT number FROM invoices WHERE id = :id", invoice)},
            {"name", "Ana Martin"}};
    });
}

Act World::downloaded_by_link(const std::string& form)
{
    const auto claim = given_a_document_claim();
    const auto invoice = db.read(
        [](Transaction& tx) { return tx.one<std::string>("SELECT MIN(id) FROM invoices"); });
    return anonymous("POST", std::string(documents) + "/" + invoice + "/" + form, claim);
}

std::vector<Play> World::links()
{
    return {
        {{.name = "list_closed_account_documents",
          .units = 2,
          .because = tries,
          .again = Again::anew},
         [](World& w) {
             return anonymous("POST", std::string(documents), w.given_a_document_claim());
         }},
        {{.name = "download_closed_account_document",
          .units = 2,
          .because = tries,
          .again = Again::anew},
         [](World& w) { return w.downloaded_by_link("document"); }},
        {{.name = "download_closed_account_xml",
          .units = 2,
          .because = tries,
          .again = Again::anew},
         [](World& w) { return w.downloaded_by_link("xml"); }},
        {{.name = "close_document_link", .units = 2, .because = tries, .again = Again::refused},
         [](World& w) {
             return anonymous("POST", std::string(documents) + "/revocation",
                              w.given_a_document_claim());
         }},
        {{.name = "open_closed_account_documents",
          .units = 2,
          .because = tries,
          .again = Again::anew},
         [](World& w) -> Act {
             const auto claim = w.given_a_document_claim();
             const auto body = "token=" + claim["token"].get<std::string>() +
                               "&number=" + claim["number"].get<std::string>() + "&name=Ana+Martin";
             const With with{.headers = {{"content-type", "application/x-www-form-urlencoded"}}};
             return [=](Process& process) {
                 return called(*process.transport, "POST",
                               std::string(invoicing::former_members::page), body, with);
             };
         }},
        {{.name = "revoke_document_link", .again = Again::anew},
         [](World& w) {
             const auto claim = w.given_a_document_claim();
             const auto link = w.db.transaction([&](Transaction& tx) {
                 return invoicing::former_members::living_link(tx,
                                                               claim["token"].get<std::string>())
                     ->id;
             });
             return request("DELETE", "/v1/staff/document-links/" + link.text(), nullptr,
                            w.given_staff());
         }},
    };
}

} // namespace tests
