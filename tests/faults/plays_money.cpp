#include "domain/vault/signer.hpp"
#include "tests/faults/world.hpp"

namespace tests {

namespace {

constexpr std::string_view errands =
    "what is asked of Mangopay is written before it is sent, and its answer after";

} // namespace

std::vector<Play> World::money()
{
    return {
        {{.name = "pay_order", .units = 8, .because = errands, .mending = Mending::minutes},
         [](World& w) {
             const auto order = w.given_an_order_of(w.given_a_verified_provider());
             return request("POST", "/v1/orders/" + text(order) + "/payment", json::object(),
                            w.ana);
         }},
        {{.name = "verify_identity", .units = 9, .because = errands, .mending = Mending::minutes},
         [](World& w) {
             const auto carl = w.given_a_provider("Carl");
             w.accept_texts(carl);
             return request("POST", "/v1/me/identity-verification", json::object(), carl);
         }},
        {{.name = "enrol_strong_authentication",
          .units = 8,
          .because = errands,
          .again = Again::anew,
          .mending = Mending::minutes},
         [](World& w) {
             const auto carl = w.given_a_provider("Carl");
             w.accept_texts(carl);
             w.give_a_password(carl);
             return request("POST", "/v1/me/strong-authentication",
                            {{"password", somebodys_password}}, carl);
         }},
        {{.name = "register_payout_recipient",
          .units = 3,
          .because = errands,
          .mending = Mending::hours},
         [](World& w) -> Act {
             const auto carl = w.given_a_provider("Carl");
             w.accept_texts(carl);
             expect(201, w.post("/v1/me/identity-verification", json::object(), carl.bearer));
             w.confirm_at_mangopay(carl);
             w.told("USER_ACCOUNT_ACTIVATED", w.user_of(carl, "owner"));
             w.run_jobs();
             // Nobody keeps an IBAN: when it did not arrive, it is typed anew, with another code.
             auto typed = json{{"iban", iban}, {"proof", w.proof_of(carl)}};
             const auto first = request("POST", "/v1/me/payout-recipient", typed, carl);
             const With anew{.bearer = carl.bearer, .key = domain::uuid_v4()};
             return [=, &now = w.now, began = w.now](Process& process) mutable {
                 auto answer = first(process);
                 if (now == began || answer.status < 400 || answer.status >= 500) return answer;
                 typed["proof"]["mailed_code"] =
                     process.db.transaction([&](domain::Transaction& tx) {
                         return domain::access::issue_code(tx, carl.id);
                     });
                 return called(*process.transport, "POST", "/v1/me/payout-recipient", typed.dump(),
                               anew);
             };
         }},
        {{.name = "mangopay_hook", .again = Again::anew},
         [](World& w) {
             const auto path = "/hooks/mangopay/" + w.app.hook_secret +
                               "?EventType=PAYIN_NORMAL_SUCCEEDED&RessourceId=payin_1&Date=1";
             return anonymous("GET", path, nullptr);
         }},
    };
}

std::vector<Play> World::archives()
{
    static const json wish = {{"label", "Cabinet Durand"},
                              {"expires_at", "2027-01-31T12:00:00Z"},
                              {"password", somebodys_password}};
    static constexpr std::string_view tries = "tries are counted whatever comes of them";
    static constexpr auto november = "?from=2026-11-01&to=2026-11-30";
    return {
        {{.name = "mint_archive_key", .units = 2, .because = tries, .again = Again::anew},
         [](World& w) {
             const auto sam = w.given_staff();
             w.give_a_password(sam);
             return request("POST", "/v1/staff/archive-keys", wish, sam);
         }},
        {{.name = "revoke_archive_key", .again = Again::anew},
         [](World& w) {
             const auto sam = w.given_staff();
             w.give_a_password(sam);
             const auto key = text(expect(201, w.post("/v1/staff/archive-keys", wish, sam.bearer)));
             return request("DELETE", "/v1/staff/archive-keys/" + key, nullptr, sam);
         }},
        {{.name = "mint_own_archive_key", .units = 2, .because = tries, .again = Again::anew},
         [](World& w) {
             w.give_a_password(w.ben);
             return request("POST", "/v1/me/archive-keys", wish, w.ben);
         }},
        {{.name = "revoke_own_archive_key", .again = Again::anew},
         [](World& w) {
             w.give_a_password(w.ben);
             const auto key = text(expect(201, w.post("/v1/me/archive-keys", wish, w.ben.bearer)));
             return request("DELETE", "/v1/me/archive-keys/" + key, nullptr, w.ben);
         }},
        {{.name = "list_archived_invoices", .again = Again::anew},
         [](World& w) {
             w.given_an_invoice();
             return request("GET", std::string("/v1/archive/invoices") + november, nullptr,
                            w.given_an_accountant());
         }},
        {{.name = "download_archived_invoice", .again = Again::anew},
         [](World& w) {
             return request("GET", "/v1/archive/invoices/" + w.given_an_invoice() + "/document",
                            nullptr, w.given_an_accountant());
         }},
        {{.name = "download_archived_invoice_xml", .again = Again::anew},
         [](World& w) {
             return request("GET", "/v1/archive/invoices/" + w.given_an_invoice() + "/xml", nullptr,
                            w.given_an_accountant());
         }},
        {{.name = "export_archive",
          .units = 2,
          .because = "that all of it left is written once it has",
          .again = Again::anew},
         [](World& w) {
             domain::vault::Signer::of(w.vault); // made by `migrate`
             w.given_an_invoice();
             return request("GET", std::string("/v1/archive/export") + november, nullptr,
                            w.given_an_accountant());
         }},
    };
}

} // namespace tests
