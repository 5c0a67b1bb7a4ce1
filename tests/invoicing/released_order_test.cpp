#include "domain/events/event_store.hpp"
#include "invoicing/issuing/forgetting.hpp"
#include "invoicing/issuing/invoice_store.hpp"
#include "tests/support/trading.hpp"

namespace {

using namespace domain;
using tests::json;

/// From the released money to the papers, through the API and the jobs.
class ReleasedOrder : public tests::Trading {
protected:
    json given_a_released_order()
    {
        const auto order = given_a_validated_order();
        release(order);
        return order;
    }
    void release(const json& order)
    {
        now += std::chrono::hours{1};
        db.transaction([&](Transaction& tx) {
            orders::plan_release(tx, id_of(order));
            orders::mark_released(tx, id_of(order));
        });
        run_jobs();
    }
    /// One piece at that price, VAT included.
    json given_a_delivered_order_at(const std::string& price)
    {
        auto offer = some_offer();
        offer["prices_are"] = "gross";
        offer["lines"] = json::array({json{{"designation", "Bouton"},
                                           {"quantity", "1"},
                                           {"unit", "C62"},
                                           {"unit_price", price},
                                           {"vat_rate", "20"}}});
        const auto quote = expect(
            201, post("/v1/requests/" + text(given_a_request()) + "/quotes", offer, ben.bearer));
        const auto order = expect(201, accept(quote, ana));
        fund(order);
        expect(200, act(order, "start", ben));
        expect(200, act(order, "delivery", ben));
        return order;
    }
    json invoices_of(const tests::Someone& party)
    {
        return get("/v1/invoices", party.bearer).body["items"];
    }
    /// The provider's invoice of a cent is all there is, and nobody waits for more.
    void expect_one_invoice_of_a_cent()
    {
        for (const auto& party : {ana, ben}) {
            const auto invoices = invoices_of(party);
            ASSERT_EQ(invoices.size(), 1U);
            EXPECT_EQ(invoices[0]["kind"], "service_invoice");
            EXPECT_EQ(invoices[0]["gross"]["amount"], 1);
            EXPECT_EQ(mails_of("invoices_available", party), 1);
            EXPECT_TRUE(db.read([&](Transaction& tx) {
                              return invoicing::issuing::holds(tx, party.id);
                          }).empty());
        }
        EXPECT_EQ(count("invoice_files"), 1);
        EXPECT_EQ(count("invoice_series"), 1) << "the platform numbered nothing";
    }
};

TEST_F(ReleasedOrder, GivesTheClientOneDocumentAndTheProviderTwo)
{
    const auto order = given_a_released_order();

    const auto for_ana = invoices_of(ana);
    ASSERT_EQ(for_ana.size(), 1U);
    EXPECT_EQ(for_ana[0]["order_id"], order["id"]);
    EXPECT_EQ(for_ana[0]["gross"]["amount"], 445'00);
    EXPECT_EQ(for_ana[0]["kind"], "service_invoice");
    const auto for_ben = invoices_of(ben);
    ASSERT_EQ(for_ben.size(), 2U);
    const auto& commission = for_ben[0]["kind"] == "commission_invoice" ? for_ben[0] : for_ben[1];
    EXPECT_EQ(commission["issuer_id"], "platform");
    EXPECT_EQ(commission["net"]["amount"], 37'08); // 10 % of 370.83

    const auto content =
        get("/v1/invoices/" + for_ana[0]["id"].get<std::string>(), ana.bearer).body;
    EXPECT_EQ(content["seller"]["name"], "Atelier Ben SARL");
    EXPECT_EQ(content["buyer"]["name"], "Ana Martin");
    EXPECT_EQ(content["lines"][0]["designation"], "Ourlet de rideau, lin");
    EXPECT_EQ(content["mentions"].back(), "Facture établie par Entremise Démo SAS au nom et pour "
                                          "le compte de Atelier Ben SARL");
    const auto pdf =
        get("/v1/invoices/" + for_ana[0]["id"].get<std::string>() + "/document", ana.bearer);
    EXPECT_EQ(pdf.status, 200);
    EXPECT_TRUE(pdf.bytes.starts_with("%PDF-1.7"));
}

/// The replica knew of nothing yet: nothing was rendered, and everybody was told that it was there.
TEST_F(ReleasedOrder, GivesItsDocumentsHoweverFarAReplicaLags)
{
    const auto order = given_a_validated_order();
    const tests::Databases empty;
    Database lagging(databases.data, empty.data, 4, clock, vault);
    jobs::Context behind{lagging, vault, platform, policy, nullptr, &mailbox};
    db.transaction([&](Transaction& tx) {
        orders::plan_release(tx, id_of(order));
        orders::mark_released(tx, id_of(order));
    });
    jobs::run_until_idle(behind, "behind");

    const auto invoice = text(invoices_of(ana).at(0));
    EXPECT_EQ(get("/v1/invoices/" + invoice + "/document", ana.bearer).status, 200);
}

/// Paid, carried out and released on days of their own: VAT on services falls due when the
/// provider is paid (CGI 269-2-c).
TEST_F(ReleasedOrder, IsInvoicedWithTheDayOfEachStep)
{
    const auto order = given_a_funded_order();
    now += std::chrono::days{1};
    expect(200, act(order, "start", ben));
    now += std::chrono::days{1};
    expect(200, act(order, "delivery", ben));
    now += std::chrono::days{1};
    expect(200, act(order, "validation", ana));
    now += std::chrono::days{1};
    release(order);

    const auto id = InvoiceId::parse(invoices_of(ana)[0]["id"].get<std::string>()).value();
    const auto record = db.read([&](Transaction& tx) {
        return json::parse(invoicing::issuing::record_text(tx, id).value());
    });
    EXPECT_EQ(record["payment_day"], "2026-11-23");
    EXPECT_EQ(record["supply_day"], "2026-11-26");
    EXPECT_EQ(record["collection_day"], "2026-11-27");
}

TEST_F(ReleasedOrder, IsInvoicedOnceHoweverOftenItIsAnnounced)
{
    const auto order = given_a_released_order();

    db.transaction([&](Transaction& tx) {
        events::announce(tx, {events::Kind::order_released, order["id"].get<std::string>()});
        events::announce(tx, {events::Kind::invoices_issued, order["id"].get<std::string>()});
    });
    run_jobs();

    EXPECT_EQ(count("invoices"), 2);
    EXPECT_EQ(count("invoice_files"), 2);
}

TEST_F(ReleasedOrder, ShowsWhatWasGivenBackAfterAContestation)
{
    const auto order = given_a_contested_order();
    const auto staff = given_staff();
    expect(200, post("/v1/staff/orders/" + text(order) + "/decision",
                     {{"decision", "partial_refund"},
                      {"refund", {{"amount", 45'00}, {"currency", "EUR"}}},
                      {"reason", "Trois ourlets sur douze."}},
                     staff.bearer));
    db.transaction([&](Transaction& tx) { orders::mark_refunded(tx, id_of(order), eur(45'00)); });
    release(order);

    const auto for_ana = invoices_of(ana);
    ASSERT_EQ(for_ana.size(), 1U);
    EXPECT_EQ(for_ana[0]["gross"]["amount"], 400'00);
    EXPECT_EQ(for_ana[0]["net"]["amount"], 333'33);
}

/// 10 % of a cent is nothing, which is not invoiced.
TEST_F(ReleasedOrder, OfACentHasNoCommissionInvoice)
{
    const auto order = given_a_delivered_order_at("0.01");
    expect(200, act(order, "validation", ana));
    release(order);

    expect_one_invoice_of_a_cent();
}

TEST_F(ReleasedOrder, GivenBackButForACentHasNoCommissionInvoice)
{
    const auto order = given_a_delivered_order_at("23.71");
    expect(200, act(order, "contestation", ana, {{"reason", "Le bouton est fendu."}}));
    const auto staff = given_staff();
    expect(200, post("/v1/staff/orders/" + text(order) + "/decision",
                     {{"decision", "partial_refund"},
                      {"refund", {{"amount", 23'70}, {"currency", "EUR"}}},
                      {"reason", "Il ne tient plus."}},
                     staff.bearer));
    db.transaction([&](Transaction& tx) { orders::mark_refunded(tx, id_of(order), eur(23'70)); });
    release(order);

    expect_one_invoice_of_a_cent();
}

} // namespace
