#include "tests/support/trading.hpp"

namespace tests {

namespace {

using domain::accounts::Clientele;

class Requests : public Trading {
protected:
    Someone carl = given_a_payable_provider("Carl");
    Someone eve = given_a_client("Eve");

    Someone wanting(Clientele clientele)
    {
        auto profile = provider_profile("Paul");
        profile.clientele = clientele;
        return given_a_member(profile);
    }
    Answer ask(const Someone& client, const json& providers)
    {
        return post("/v1/requests", {{"providers", providers}, {"need", "Un ourlet"}},
                    client.bearer);
    }
};

TEST_F(Requests, ReachTheProvidersTheyAreSentTo)
{
    const auto request = asked_of(ana, {ben, carl});

    EXPECT_EQ(request["state"], "open");
    EXPECT_EQ(request["providers"].size(), 2u);
    const auto seen = get("/v1/requests/" + text(request), ben.bearer);
    EXPECT_EQ(seen.body["need"]["text"], "Ourler douze rideaux en lin.");
    EXPECT_EQ(seen.body["client"]["display_name"], "Ana M.");
    EXPECT_EQ(seen.body["providers"].size(), 1u) << "who else was asked is ana's business";
    EXPECT_EQ(get("/v1/requests", ben.bearer).body["items"].size(), 1u);
    EXPECT_EQ(get("/v1/requests", ana.bearer).body["items"].size(), 1u);
}

TEST_F(Requests, AreNobodyElsesBusiness)
{
    const auto request = asked_of(ana, {ben});
    const auto path = "/v1/requests/" + text(request);
    const auto nowhere = get("/v1/requests/req_" + std::string(26, '0'), eve.bearer);

    for (const auto& stranger : {eve, carl}) {
        const auto seen = get(path, stranger.bearer);
        EXPECT_EQ(seen.status, 404);
        EXPECT_EQ(said(seen), said(nowhere));
        EXPECT_TRUE(get("/v1/requests", stranger.bearer).body["items"].empty());
    }
    EXPECT_EQ(post(path + "/withdrawal", {}, eve.bearer).status, 404);
    EXPECT_EQ(post(path + "/refusal", {}, carl.bearer).status, 404);
    EXPECT_EQ(get(path).status, 401);
}

TEST_F(Requests, StayWithinTheClienteleThatEachProviderWants)
{
    const auto for_companies = wanting(Clientele::professionals);
    const auto for_people = wanting(Clientele::individuals);

    const auto refused = ask(ana, {ben.id.text(), for_companies.id.text(), for_people.id.text()});
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(wrong_fields(refused), (std::set<std::string>{"providers[1]"}));
    EXPECT_NE(refused.bytes.find("Paul D."), std::string::npos) << "it is refused by name";
    EXPECT_EQ(count("requests"), 0);

    auto company = provider_profile("Chloe");
    company.is_client = true;
    company.is_provider = false;
    company.company.siret = "73282932000074";
    company.company.vat_number = "FR44732829320";
    const auto chloe = given_a_member(company);
    EXPECT_EQ(ask(chloe, {for_companies.id.text()}).status, 201);
    EXPECT_EQ(wrong_fields(ask(chloe, {for_people.id.text()})),
              (std::set<std::string>{"providers[0]"}));
}

TEST_F(Requests, NameEveryProviderThatCannotBeAsked)
{
    const auto refused =
        ask(ana, {eve.id.text(), "acc_" + std::string(26, '0'), ben.id.text(), ben.id.text()});

    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(wrong_fields(refused),
              (std::set<std::string>{"providers[0]", "providers[1]", "providers[3]"}));
}

TEST_F(Requests, AreBounded)
{
    json eleven = json::array();
    for (int i = 0; i < 11; ++i)
        eleven.push_back(ben.id.text());
    EXPECT_EQ(ask(ana, eleven).status, 422);
    EXPECT_EQ(ask(ana, json::array()).status, 422);
    EXPECT_EQ(ask(ana, {"not an id"}).status, 422);
    EXPECT_EQ(
        post("/v1/requests", {{"providers", {ben.id.text()}}, {"need", 7}, {"more", 1}}, ana.bearer)
            .body["errors"]
            .size(),
        2u);
    EXPECT_EQ(count("requests"), 0);
}

TEST_F(Requests, AreWithdrawnWithTheirQuotes)
{
    const auto request = asked_of(ana, {ben, carl});
    const auto quote = quoted(ben, request);

    EXPECT_EQ(
        expect(200, post("/v1/requests/" + text(request) + "/withdrawal", {}, ana.bearer))["state"],
        "withdrawn");
    EXPECT_EQ(get("/v1/quotes/" + text(quote), ana.bearer).body["state"], "passed_over");
    EXPECT_EQ(accept(quote, ana).status, 409);
    EXPECT_EQ(post("/v1/requests/" + text(request) + "/quotes", some_offer(), carl.bearer).status,
              409);
}

TEST_F(Requests, AreClosedWhenEveryProviderDeclines)
{
    const auto request = asked_of(ana, {ben, carl});
    const auto refusal = "/v1/requests/" + text(request) + "/refusal";

    EXPECT_EQ(expect(200, post(refusal, {}, ben.bearer))["state"], "open");
    EXPECT_EQ(post(refusal, {}, ben.bearer).status, 409);
    EXPECT_EQ(expect(200, post(refusal, {}, carl.bearer))["state"], "refused");
    const auto told = db.read([&](domain::Transaction& tx) {
        return tx.one<std::int64_t>("SELECT COUNT(*) FROM events WHERE detail = :mail",
                                    ana.id.text() + " request_refused " + text(request));
    });
    EXPECT_EQ(told, 2) << "ana hears of each";
}

TEST_F(Requests, AreSealedAtRest)
{
    asked_of(ana, {ben});
    const auto stored = db.read([](domain::Transaction& tx) {
        return tx.one<std::string>("SELECT content FROM requests");
    });
    EXPECT_EQ(stored.find("rideaux"), std::string::npos);

    vault.destroy(ana.id.text(), domain::Category::message);
    const auto seen = get("/v1/requests", ben.bearer);
    EXPECT_TRUE(seen.body["items"][0]["need"].is_null()) << "what ana wrote is gone";
}

TEST_F(Requests, ArePagedNewestFirst)
{
    std::vector<std::string> sent;
    for (int i = 0; i < 5; ++i) {
        now += std::chrono::minutes{1};
        sent.push_back(text(asked_of(ana, {ben})));
    }
    std::vector<std::string> seen;
    std::string cursor;
    do {
        const auto page = get("/v1/requests?limit=2&cursor=" + cursor, ana.bearer);
        for (const auto& item : page.body["items"])
            seen.push_back(text(item));
        cursor = page.body["next"].is_null() ? "" : page.body["next"].get<std::string>();
    } while (!cursor.empty());
    std::ranges::reverse(seen);
    EXPECT_EQ(seen, sent);
}

} // namespace

} // namespace tests
