#include "domain/events/event_store.hpp"
#include "domain/orders/order_store.hpp"
#include "domain/profiles/profile_store.hpp"
#include "domain/vault/signer.hpp"
#include "invoicing/issuing/invoices.hpp"
#include "payments/flows/pay_ins.hpp"
#include "payments/payment_accounts/payment_accounts.hpp"
#include "tests/faults/world.hpp"
#include "tests/invoicing/lost_file.hpp"
#include "tests/support/waiting_money.hpp"

namespace tests {

using domain::Transaction;
using domain::events::Kind;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view done_after = "an event is marked as done after what it is about was";
constexpr std::string_view errands =
    "what is asked of Mangopay is written before it is sent, and its answer after";
constexpr std::string_view keys_after = "keys lie elsewhere, and go after what they sealed";

/// What is done because it is due: nobody asks for it again.
constexpr Scenario job(std::string_view name, Mending mending, int units = 1,
                       std::string_view because = {})
{
    return {name, units, because, Again::nobody, mending};
}

} // namespace

std::vector<Play> World::consumers()
{
    return {
        {job("mail_due", Mending::minutes),
         [](World& w) {
             w.run_jobs();
             w.given_a_request();
             return w.consumed(Kind::mail_due);
         }},
        {job("message_sent", Mending::minutes, 2, done_after),
         [](World& w) {
             w.given_a_request();
             w.run_jobs();
             const auto talk = text(w.get("/v1/conversations", w.ana.bearer).body["items"][0]);
             expect(201, w.post("/v1/conversations/" + talk + "/messages", {{"text", "Bonjour."}},
                                w.ana.bearer));
             return w.consumed(Kind::message_sent);
         }},
        {job("order_released", Mending::minutes, 2, done_after),
         [](World& w) {
             w.given_a_released_order();
             return w.consumed(Kind::order_released);
         }},
        {job("invoices_issued", Mending::minutes, 3,
             "each file is stored on its own, the last with the mails"),
         [](World& w) {
             w.given_a_released_order();
             w.consumed(Kind::order_released);
             jobs::run_events(w.context, "test");
             return w.consumed(Kind::invoices_issued);
         }},
        {job("money_operation_due", Mending::minutes, 8, errands),
         [](World& w) {
             const auto order = w.given_an_order_of(w.given_a_verified_provider());
             w.run_jobs();
             w.db.transaction([&](Transaction& tx) {
                 payments::flows::pay_ins::plan(tx, domain::orders::lock(tx, id_of(order)),
                                                "https://shop.example/orders",
                                                {w.platform, w.policy});
             });
             return w.consumed(Kind::money_operation_due);
         }},
        {job("payment_account_due", Mending::minutes, 6, errands),
         [](World& w) {
             const auto carl = w.given_a_provider("Carl");
             w.accept_texts(carl);
             w.run_jobs();
             w.announce(Kind::payment_account_due, carl.id.text(), "owner");
             return w.consumed(Kind::payment_account_due);
         }},
        {job("payment_user_changed", Mending::minutes, 3,
             "Mangopay is told first; its new level is read before it counts"),
         [](World& w) {
             const auto bea = w.given_a_verified_provider();
             w.db.transaction([&](Transaction& tx) {
                 auto person = domain::profiles::person_of(tx, bea.id);
                 person.surname = "Morel";
                 domain::profiles::write_person(tx, bea.id, person);
                 payments::payment_accounts::identity_changed(tx, bea.id);
             });
             return w.consumed(Kind::payment_user_changed);
         }},
        {job("payment_user_closing", Mending::minutes),
         [](World& w) {
             const auto bea = w.given_a_verified_provider();
             w.announce(Kind::payment_user_closing, w.user_of(bea, "owner"));
             return w.consumed(Kind::payment_user_closing);
         }},
        {job("hook_received", Mending::minutes, 2, done_after),
         [](World& w) {
             const auto order = w.given_an_order_of(w.given_a_verified_provider());
             w.pay_by_card(order);
             w.run_jobs();
             w.told("PAYIN_NORMAL_SUCCEEDED", w.resource_of("pay_in"));
             return w.consumed(Kind::hook_received);
         }},
        {job("release_due", Mending::hours, 4, errands),
         [](World& w) {
             w.given_a_done_order(w.given_a_verified_provider());
             return w.consumed(Kind::release_due);
         }},
        {job("refund_due", Mending::minutes, 4, errands),
         [](World& w) {
             const auto order = w.given_a_paid_order(w.given_a_verified_provider());
             expect(200, w.act(order, "cancellation", w.ana));
             return w.consumed(Kind::refund_due);
         }},
        {job("payout_due", Mending::hours, 4, errands),
         [](World& w) {
             w.given_a_done_order(w.given_a_verified_provider());
             w.consumed(Kind::release_due);
             jobs::run_events(w.context, "test");
             return w.consumed(Kind::payout_due);
         }},
        {job("account_closing", Mending::minutes, 3, keys_after),
         [](World& w) {
             w.given_a_quote();
             w.give_password(w.ana);
             expect(202, w.post("/v1/me/closure", {{"password", password}}, w.ana.bearer));
             return w.consumed(Kind::account_closing);
         }},
        {job("sign_up_superseded", Mending::minutes, 3, keys_after),
         [](World& w) {
             w.given_a_superseded_sign_up();
             return w.consumed(Kind::sign_up_superseded);
         }},
        {job("series_decided", Mending::hours, 2, done_after),
         [](World& w) {
             w.given_a_release_that_waited();
             w.announce(Kind::series_decided, "EC");
             return w.consumed(Kind::series_decided);
         }},
    };
}

std::vector<Play> World::schedule()
{
    return {
        {job("retention", Mending::hours, 3, keys_after),
         [](World& w) {
             const auto nobody = w.given_a_client("Nobody");
             w.db.transaction([&](Transaction& tx) {
                 tx.run("UPDATE accounts SET email_verified_at = NULL WHERE id = :id", nobody.id);
             });
             w.run_jobs();
             w.now += std::chrono::days{8};
             return w.scheduled("retention");
         }},
        {job("expire_requests", Mending::hours),
         [](World& w) {
             w.given_a_request();
             w.run_jobs();
             w.now += std::chrono::days{40};
             return w.scheduled("expire_requests");
         }},
        {job("expire_quotes", Mending::hours),
         [](World& w) {
             w.given_a_quote();
             w.run_jobs();
             w.now += std::chrono::days{24};
             return w.scheduled("expire_quotes");
         }},
        {job("expire_orders", Mending::hours),
         [](World& w) {
             w.given_an_order();
             w.run_jobs();
             w.now += std::chrono::days{8};
             return w.scheduled("expire_orders");
         }},
        {job("validate_silent_orders", Mending::hours),
         [](World& w) {
             w.given_a_delivered_order();
             w.run_jobs();
             w.now += w.platform.silence_validates + std::chrono::days{1};
             return w.scheduled("validate_silent_orders");
         }},
        {job("ensure_hooks", Mending::hours, 0),
         [](World& w) { return w.scheduled("ensure_hooks"); }},
        {job("backfill_hooks", Mending::hours, 30, "each kind of event is listed on its own"),
         [](World& w) {
             const auto order = w.given_an_order_of(w.given_a_verified_provider());
             w.run_jobs();
             w.pay_by_card(order);
             w.now += 2h;
             return w.scheduled("backfill_hooks");
         }},
        {job("reconcile", Mending::hours),
         [](World& w) {
             const auto order = w.given_an_order_of(w.given_a_verified_provider());
             w.run_jobs();
             w.pay_by_card(order);
             w.now += 2h;
             return w.scheduled("reconcile");
         }},
        {job("remind_of_renewals", Mending::hours),
         [](World& w) {
             const auto bea = w.given_a_verified_provider();
             const auto deadline =
                 domain::to_text(domain::day_in_paris(w.now + std::chrono::days{40}));
             w.stand_in.control("POST", "/users/" + w.user_of(bea, "owner") + "/renewal",
                                json{{"KycRenewalDeadline", deadline}});
             w.told("USER_KYC_RENEWAL_REQUIRED", w.user_of(bea, "owner"));
             w.run_jobs();
             w.now += std::chrono::days{15};
             return w.scheduled("remind_of_renewals");
         }},
        {job("refresh_payment_accounts", Mending::hours, 2,
             "verification and user are read at Mangopay one after the other"),
         [](World& w) {
             const auto carl = w.given_a_provider("Carl");
             w.accept_texts(carl);
             expect(201, w.post("/v1/me/identity-verification", json::object(), carl.bearer));
             w.confirm_at_mangopay(carl);
             w.stand_in.control("POST", "/identity-verifications/" + w.resource_of("verification"),
                                {{"outcome", "accept"}});
             w.now += 2h;
             return w.scheduled("refresh_payment_accounts");
         }},
        {job("release_waiting_orders", Mending::hours, 3, errands),
         [](World& w) {
             w.given_a_release_that_waited();
             w.now += 10min;
             return w.scheduled("release_waiting_orders");
         }},
        {job("carry_out_proposals", Mending::hours),
         [](World& w) {
             const auto movement = given_waiting_money(w.db, w.ana.id);
             given_a_proposal(w.db, w.given_staff().id, movement);
             w.run_jobs();
             w.now += 73h;
             return w.scheduled("carry_out_proposals");
         }},
        {{.name = "watch_clocks", .again = Again::nobody, .mending = Mending::hours},
         [](World& w) { // nothing was heard yet: moments are all alike in a picture
             w.db.transaction([](Transaction& tx) { tx.run("DELETE FROM mangopay_time"); });
             return w.scheduled("watch_clocks");
         }},
        {{.name = "sign_heads", .again = Again::nobody, .mending = Mending::hours},
         [](World& w) {
             domain::vault::Signer::of(w.vault); // made by `migrate`
             w.given_an_invoice();
             return w.scheduled("sign_heads");
         }},
        {{.name = "restore_documents",
          .units = 2,
          .because = "what a reading found damaged is kept whatever becomes of what it read for",
          .again = Again::nobody,
          .mending = Mending::hours},
         [](World& w) {
             domain::vault::Signer::of(w.vault);
             w.given_a_released_order();
             w.consumed(Kind::order_released);
             jobs::run_events(w.context, "test");
             const auto invoices = w.db.read([](Transaction& tx) {
                 return tx.all<domain::InvoiceId>("SELECT id FROM invoices ORDER BY kind");
             });
             w.db.transaction([&](Transaction& tx) {
                 invoicing::issuing::store_rendering(tx, invoices.at(0));
                 render_and_lose(tx, invoices.at(1));
             });
             return w.scheduled("restore_documents");
         }},
    };
}

} // namespace tests
