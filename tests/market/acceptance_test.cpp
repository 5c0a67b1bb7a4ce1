#include <thread>

#include "domain/orders/evidence.hpp"
#include "domain/profiles/profile_store.hpp"
#include "domain/quotes/quote_store.hpp"
#include "domain/storage/failures.hpp"
#include "tests/market/quoting.hpp"

namespace tests {

namespace {

TEST_F(Quotes, FreezeWhatWasAgreedWhenAccepted)
{
    const auto quote = given_a_quote();
    const auto order = expect(201, accept(quote, ana));

    EXPECT_EQ(order["state"], "awaiting_payment");
    EXPECT_EQ(order["payment_due_at"], "2026-11-30T09:00:00.000000Z");
    EXPECT_FALSE(order.contains("commission")) << "that is between ben and the platform";
    const auto frozen = db.read(
        [&](domain::Transaction& tx) { return domain::orders::evidence(tx, id_of(order)); });
    EXPECT_EQ(frozen.client.name.text(), "Ana Martin");
    EXPECT_EQ(frozen.provider.siret, "44306184100047");
    EXPECT_EQ(frozen.accepted_from.address, "127.0.0.1");
    EXPECT_EQ(frozen.quote_sha256, quote["text_sha256"]);
    EXPECT_EQ(domain::sha256_hex(frozen.quote_text), frozen.quote_sha256);
    EXPECT_EQ(frozen.offer.totals().gross, domain::eur(44500));
    EXPECT_EQ(frozen.commission.net, domain::eur(3708)); // 10 % of 370.83
    EXPECT_EQ(frozen.commission.vat, domain::eur(742));
    ASSERT_TRUE(frozen.terms.has_value());
    EXPECT_EQ(frozen.terms->version, "2026-01");
    EXPECT_EQ(
        get("/v1/requests/" + quote["request_id"].get<std::string>(), ana.bearer).body["state"],
        "fulfilled");
}

TEST_F(Quotes, OutliveTheKeysOfThoseWhoAgreed)
{
    const auto order = given_an_order();
    vault.destroy_all(ana.id.text());
    vault.destroy_all(ben.id.text());

    const auto seen = get("/v1/orders/" + text(order), ana.bearer);
    EXPECT_EQ(seen.body["client"]["name"], "Ana Martin");
    EXPECT_EQ(seen.body["offer"]["gross"]["amount"], 44500);
}

TEST_F(Quotes, PassOverTheOthersWhenOneIsAccepted)
{
    const auto request = asked_of(ana, {ben, carl});
    const auto bens = quoted(ben, request);
    const auto carls = quoted(carl, request);

    expect(201, accept(carls, ana));

    EXPECT_EQ(get("/v1/quotes/" + text(bens), ben.bearer).body["state"], "passed_over");
    EXPECT_EQ(accept(bens, ana).status, 409);
    EXPECT_EQ(count("orders"), 1);
}

TEST_F(Quotes, NameTheBillingFieldsThatAreMissing)
{
    auto nowhere = client_profile("Nina");
    nowhere.contact.address = {"", "", "", "", domain::Country()};
    const auto nina = given_a_member(nowhere);
    const auto quote = quoted(ben, asked_of(nina, {ben}));

    const auto refused = accept(quote, nina);

    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(wrong_fields(refused), (std::set<std::string>{"address.line1", "address.postcode",
                                                            "address.city", "address.country"}));
    EXPECT_NE(refused.body["detail"].get<std::string>().find("quote_acceptance"),
              std::string::npos);
    EXPECT_EQ(count("orders"), 0);
    EXPECT_EQ(get("/v1/quotes/" + text(quote), nina.bearer).body["state"], "sent");
}

TEST_F(Quotes, AreNotAcceptedWhenNoInvoiceCouldBeWritten)
{
    const auto quote = given_a_quote();
    db.transaction([&](domain::Transaction& tx) { // since it was sent
        auto person = domain::profiles::person_of(tx, ana.id);
        person.surname = "华";
        domain::profiles::write_person(tx, ana.id, person);
    });

    const auto refused = accept(quote, ana);

    EXPECT_EQ(refused.status, 409) << refused.bytes;
    EXPECT_EQ(wrong_fields(refused), (std::set<std::string>{"client.name"}));
    EXPECT_EQ(count("orders"), 0);
}

TEST_F(Quotes, HaveOneWinnerWhenAcceptedByEightAtOnce)
{
    const auto quote = given_a_quote();
    std::vector<int> statuses(8);
    {
        std::vector<std::jthread> threads;
        for (auto& status : statuses)
            threads.emplace_back([&] { status = accept(quote, ana).status; });
    }
    EXPECT_EQ(std::ranges::count(statuses, 201), 1);
    EXPECT_EQ(std::ranges::count(statuses, 409), 7);
    EXPECT_EQ(count("orders"), 1);
    EXPECT_EQ(count("order_evidence"), 1);
}

TEST_F(Quotes, AnswerARepeatedAcceptanceTheSame)
{
    const auto quote = given_a_quote();
    const auto path = "/v1/quotes/" + text(quote) + "/acceptance";
    const With same{.bearer = ana.bearer, .key = "0123456789abcdef"};
    const auto first = call("POST", path, R"({"version": 1})", same);
    const auto again = call("POST", path, R"({"version": 1})", same);

    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(again.header("idempotency-hit"), "true");
    EXPECT_EQ(count("orders"), 1);
}

} // namespace

} // namespace tests
