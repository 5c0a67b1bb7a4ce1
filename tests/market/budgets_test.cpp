// What one account may create: a program of its owner's, or of whoever took it, cannot flood
// others.

#include "tests/market/quoting.hpp"

namespace tests {

namespace {

using namespace std::chrono_literals;

class AccountBudgets : public Quotes {
protected:
    AccountBudgets() { app.budgets = {}; }

    Answer ask(const With& with)
    {
        const json body = {{"providers", {ben.id.text()}}, {"need", "Ourler douze rideaux."}};
        return call("POST", "/v1/requests", body.dump(), with);
    }
    Answer ask() { return ask({.bearer = ana.bearer}); }
};

TEST_F(AccountBudgets, TwentyRequestsADay)
{
    const With again{.bearer = ana.bearer, .key = "the-same-key-always"};
    for (int i = 0; i < 19; ++i)
        ask();
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(ask(again).status, 201) << "a repetition spends nothing";

    const auto refused = ask();
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.header("retry-after"), "54000"); // it is 09:00
    const json body = {{"providers", {ben.id.text()}}, {"need", "Ourler douze rideaux."}};
    EXPECT_EQ(post("/v1/requests", body, eve.bearer).status, 201);
    now += 15h;
    EXPECT_EQ(ask().status, 201);
}

TEST_F(AccountBudgets, AHundredMessagesAnHour)
{
    ask();
    const auto talk = text(get("/v1/conversations", ana.bearer).body["items"][0]);
    const auto path = "/v1/conversations/" + talk + "/messages";
    for (int i = 0; i < 100; ++i)
        EXPECT_EQ(post(path, {{"text", "Bonjour."}}, ana.bearer).status, 201);

    EXPECT_EQ(post(path, {{"text", "Bonjour."}}, ana.bearer).status, 429);
    EXPECT_EQ(post(path, {{"text", "Bonjour."}}, ben.bearer).status, 201);
    now += 1h;
    EXPECT_EQ(post(path, {{"text", "Bonjour."}}, ana.bearer).status, 201);
}

TEST_F(AccountBudgets, TenLivingArchiveKeys)
{
    give_a_password(ben);
    const json wish = {{"label", "Cabinet"},
                       {"expires_at", "2026-12-01T00:00:00Z"},
                       {"password", somebodys_password}};
    std::string last;
    for (int i = 0; i < 10; ++i) {
        now += 1min; // five tries of a password a minute
        last = text(expect(201, post("/v1/me/archive-keys", wish, ben.bearer)));
    }
    now += 1min;
    EXPECT_EQ(post("/v1/me/archive-keys", wish, ben.bearer).status, 409);
    expect(204, del("/v1/me/archive-keys/" + last, ben.bearer));
    EXPECT_EQ(post("/v1/me/archive-keys", wish, ben.bearer).status, 201);
}

TEST_F(AccountBudgets, TwentySessionsOfWhichTheLongestUnusedMakesRoom)
{
    give_a_password(ana);
    std::vector<std::string> opened;
    for (int i = 0; i < 20; ++i) {
        now += 1min;
        const json body = {{"email", domain::accounts::Email::parse(ana.email)->text()},
                           {"password", somebodys_password}};
        opened.push_back(expect(201, post("/v1/sessions", body)).at("token"));
    }

    EXPECT_EQ(get("/v1/me", ana.bearer).status, 401); // the one she had before
    for (const auto& bearer : opened)
        EXPECT_EQ(get("/v1/me", bearer).status, 200);
}

} // namespace

} // namespace tests
