#include <gmock/gmock.h>

#include "ops/installation/obedience.hpp"
#include "ops/installation/policy_file.hpp"
#include "tests/privacy/leaving.hpp"

namespace tests {

namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::StartsWith;

/// RETOUCHE with some of its lines changed.
class Obedience : public Leaving {
protected:
    static json retouche() { return json::parse(embedded("ops/policies/retouche/policy.json")); }

    static json with(const std::map<std::string, json>& changes)
    {
        auto file = retouche();
        for (auto& line : file["retention"]) {
            const auto change = changes.find(line["rule"]);
            if (change != changes.end()) line.update(change->second);
        }
        return file;
    }

    void run_under(const json& file)
    {
        policy = domain::policy::Policy::parse(file.dump(), embedded("ops/policies/floors.json"));
    }

    std::vector<std::string> disobeyed() { return ops::disobeyed({platform, policy}); }

    std::vector<std::string> disobeyed_under(const json& file)
    {
        run_under(file);
        return disobeyed();
    }

    std::string review_of_ana()
    {
        return expect(200, get("/v1/providers/" + ben.id.text() + "/reviews"))["items"][0].dump();
    }
};

TEST_F(Obedience, IsGivenToEveryLineOfRetouche)
{
    EXPECT_THAT(disobeyed(), IsEmpty());
}

TEST_F(Obedience, EndsWhereALineKeepsLongerThanItsEraserWaits) // house A2
{
    const json three_years = {{"keep", "P3Y"}, {"then", "erase"}};
    EXPECT_THAT(
        disobeyed_under(with({{"messages", three_years},
                              {"reviews", three_years},
                              {"offers", three_years},
                              {"public_page", three_years}})),
        ElementsAre(
            "messages: keeps P3Y after closing, but goes when the account goes (P0D)",
            "offers: keeps P3Y after closing, but goes when the account goes (P0D)",
            "public_page: keeps P3Y after closing, but goes as soon as closing is asked for (P0D)",
            "reviews: keeps P3Y after closing, but goes when the account goes (P0D)",
            "reviews: says erase, but we can only pseudonymise"));
}

TEST_F(Obedience, EndsWhereALineStartsOrWaitsOtherwise)
{
    EXPECT_THAT(disobeyed_under(with({{"sessions", {{"starts", "closing"}}},
                                      {"offers", {{"in", "archive"}}},
                                      {"inactive_account", {{"then", "close"}}}})),
                ElementsAre("inactive_account: says close, but we can only warn",
                            "offers: waits in stage archive, but ours is active",
                            "sessions: starts with closing, but we can only count from event"));
}

TEST_F(Obedience, AllowsTheAccountToWaitWithWhatGoesWithIt)
{
    const json month = {{"keep", "P30D"}};
    const std::map<std::string, json> together = {{"account", month},
                                                  {"messages", month},
                                                  {"reviews", month},
                                                  {"reviews_received", month},
                                                  {"offers", month}};
    EXPECT_THAT(disobeyed_under(with(together)), IsEmpty());

    auto alone = together;
    alone.erase("messages");
    EXPECT_THAT(
        disobeyed_under(with(alone)),
        ElementsAre("messages: keeps P0D after closing, but goes when the account goes (P30D)"));
}

TEST_F(Obedience, NamesALineThatIsAboutNothing)
{
    auto file = retouche();
    file["retention"].push_back({{"rule", "horoscopes"},
                                 {"starts", "event"},
                                 {"keep", "P1Y"},
                                 {"then", "erase"},
                                 {"source", "the stars"}});
    EXPECT_THAT(disobeyed_under(file),
                Contains(StartsWith("horoscopes: nothing here ends by such a rule; there are "
                                    "account, audit, connection, ")));
    file["retention"].back()["declared"] = true;
    EXPECT_THAT(disobeyed_under(file), IsEmpty());
}

TEST_F(Obedience, IsNotLetOffByDeclaringWhatThereIs)
{
    EXPECT_THAT(disobeyed_under(with({{"messages", {{"declared", true}}}})),
                ElementsAre("the policy's rule messages is declared without data, but has some"));
}

TEST_F(Obedience, IsDueToAsManyDutiesAsThereAreRulesInUse)
{
    std::set<std::string> obeyed, in_use;
    for (const auto& duty : jobs::duties({platform, policy}))
        obeyed.emplace(duty.rule);
    for (const auto& rule : policy.retention().rules()) {
        if (!rule.declared) in_use.insert(rule.id);
    }
    EXPECT_EQ(obeyed, in_use);
}

TEST_F(Obedience, AReviewIsPseudonymisedBecauseItsLineSaysSo)
{
    given_a_deal();
    const auto before = review_of_ana();
    EXPECT_NE(before.find("Ana"), std::string::npos);
    run_under(with({{"reviews", {{"then", "erase"}}}})); // no program would start under this

    close(ana);

    ASSERT_TRUE(has_left(ana));
    EXPECT_EQ(review_of_ana(), before);
}

TEST_F(Obedience, APageGoesBecauseItsLineSaysSo)
{
    publish_page(ben);
    run_under(with({{"public_page", {{"declared", true}}}}));

    expect(202, ask_to_close(ben));

    EXPECT_EQ(count("public_pages"), 1);
}

TEST_F(Obedience, WhatGoesWithTheAccountWaitsAsLongAsTheAccount)
{
    const auto deal = given_a_deal();
    const json month = {{"keep", "P30D"}};
    run_under(with({{"account", month},
                    {"messages", month},
                    {"reviews", month},
                    {"reviews_received", month},
                    {"offers", month}}));
    ASSERT_THAT(disobeyed(), IsEmpty());

    close(ana);
    const auto messages = messages_for(deal.conversation, ben);
    EXPECT_FALSE(has_left(ana));
    EXPECT_EQ(messages.back()["text"], "Bonjour, douze rideaux.");
    EXPECT_NE(review_of_ana().find("Ana"), std::string::npos);

    now += std::chrono::hours{24 * 29};
    run_jobs();
    EXPECT_FALSE(has_left(ana));
    EXPECT_NE(review_of_ana().find("Ana"), std::string::npos);

    now += std::chrono::hours{24 * 2};
    run_jobs();
    EXPECT_TRUE(has_left(ana));
    EXPECT_EQ(review_of_ana().find("Ana"), std::string::npos);
}

domain::policy::Retention keeping(const std::string& rule, const json& words)
{
    json line = {{"rule", rule}, {"source", "§1"}};
    line.update(words);
    return domain::policy::Retention::parse(json{{"retention", {line}}}.dump(),
                                            R"({"retention": []})");
}

TEST(Duties, SayEveryWayInWhichALineCouldBeObeyed)
{
    const auto letters =
        keeping("letters", {{"starts", "event"}, {"keep", "P1Y"}, {"then", "unlink"}});
    EXPECT_THAT(domain::forgetting::beyond_us(
                    letters, {{.rule = "letters"},
                              {.rule = "letters", .action = domain::policy::Action::close}}),
                ElementsAre("letters: says unlink, but we can only close or erase"));
}

TEST(Duties, AreHeldToTheAccountsPeriodWhereALineEndsIt)
{
    const auto messages =
        keeping("messages", {{"starts", "closing"}, {"keep", "P3Y"}, {"then", "erase"}});
    EXPECT_THAT(
        domain::forgetting::beyond_us(messages, {domain::forgetting::with_the_account("messages")}),
        IsEmpty()); // that the account itself has no line is the register's to say
}

TEST_F(Obedience, NobodyAsksForFieldsBesideTheTable)
{
    EXPECT_THROW(static_cast<void>(policy.mandatory(domain::policy::Who::client,
                                                    domain::policy::Step::publication)),
                 domain::Bug);
}

} // namespace

} // namespace tests
