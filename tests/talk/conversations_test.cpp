#include <gmock/gmock.h>

#include "tests/talk/talking.hpp"

namespace tests {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST_F(Talking, BothSidesReadWhatWasSaidInOrder)
{
    const auto first = say(ana, "Bonjour, c'est pour une robe.");
    now += std::chrono::minutes(5);
    say(ben, "Bonjour Ana, pour quand ?");
    say(ana, "Samedi\nou dimanche.");

    EXPECT_EQ(first.status, 201) << first.bytes;
    EXPECT_EQ(first.body["seq"], 1);
    EXPECT_EQ(first.body["author_id"], ana.id.text());
    EXPECT_EQ(first.body["sent_at"], "2026-11-23T09:00:00.000000Z");
    for (const auto& reader : {ana, ben}) {
        EXPECT_THAT(texts_for(reader),
                    ElementsAre("Bonjour, c'est pour une robe.", "Bonjour Ana, pour quand ?",
                                "Samedi\nou dimanche."));
    }
}

TEST_F(Talking, StrangersFindNothingAtAll)
{
    say(ana, "Entre nous.");

    const auto nowhere = get("/v1/conversations/con_" + std::string(26, '0'), eve.bearer);
    for (const auto& stranger : {eve, carl}) {
        const auto found = get(path, stranger.bearer);
        EXPECT_EQ(found.status, 404);
        EXPECT_EQ(found.body["detail"], nowhere.body["detail"]);
        EXPECT_EQ(get(messages, stranger.bearer).status, 404);
        EXPECT_EQ(say(stranger, "Coucou").status, 404);
        EXPECT_EQ(put(path + "/read", {{"seq", 1}}, stranger.bearer).status, 404);
        EXPECT_TRUE(get("/v1/conversations", stranger.bearer).body["items"].empty());
    }
    EXPECT_EQ(get(path).status, 401);
    EXPECT_EQ(get(path, given_staff().bearer).status, 404);
    EXPECT_EQ(count("messages"), 1);
}

TEST_F(Talking, ARepeatedMessageIsSentOnce)
{
    const auto* key = "0b1f7a52-6f2e-4a6e-9a44-5a1f6a1d7c11";
    const auto sent = say(ana, "Une fois.", key);
    now += std::chrono::hours(80); // longer than stored answers are kept
    const auto again = say(ana, "Une fois.", key);

    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body, sent.body);
    EXPECT_EQ(again.header("idempotency-hit"), "true");
    EXPECT_EQ(sent.header("idempotency-hit"), "");
    EXPECT_EQ(say(ana, "Autre chose.", key).body["title"], "key_reused");
    EXPECT_EQ(say(ben, "Même clé, autre personne.", key).body["seq"], 2);
    EXPECT_EQ(say(ana, "La suite.").body["seq"], 3);
    EXPECT_EQ(get(path, ana.bearer).body["last_seq"], 3);
}

TEST_F(Talking, WhatIsWrongWithAMessageIsSaid)
{
    const auto events_before = count("events");

    EXPECT_EQ(post(messages, {{"text", ""}}, ana.bearer).status, 422);
    EXPECT_EQ(post(messages, {{"text", std::string(5001, 'x')}}, ana.bearer).status, 422);
    EXPECT_EQ(post(messages, {{"text", "oui"}, {"author_id", ben.id.text()}}, ana.bearer).status,
              422);
    EXPECT_EQ(say(ana, "Une clé trop courte.", "court").status, 428);
    EXPECT_EQ(get(messages + "?order=random", ana.bearer).status, 422);
    EXPECT_EQ(get(messages + "?cursor=bm90IGEgbnVtYmVy", ana.bearer).status, 422);
    EXPECT_EQ(count("messages"), 0);
    EXPECT_EQ(count("events"), events_before);
}

TEST_F(Talking, APageLeadsToTheNextWithoutHoleOrOverlap)
{
    for (int i = 1; i <= 7; ++i)
        say(i % 2 == 0 ? ben : ana, "Message " + std::to_string(i));

    EXPECT_THAT(paged(messages + "?limit=3", "seq", ana), ElementsAre(7, 6, 5, 4, 3, 2, 1));
    EXPECT_THAT(paged(messages + "?limit=3&order=oldest_first", "seq", ben),
                ElementsAre(1, 2, 3, 4, 5, 6, 7));
}

TEST_F(Talking, ReadingIsRememberedAndNeverGoesBack)
{
    say(ana, "Un.");
    say(ana, "Deux.");
    EXPECT_EQ(get(path, ben.bearer).body["unread"], 2);
    EXPECT_EQ(get(path, ana.bearer).body["unread"], 0);

    EXPECT_EQ(put(path + "/read", {{"seq", 2}}, ben.bearer).body["unread"], 0);
    EXPECT_EQ(put(path + "/read", {{"seq", 1}}, ben.bearer).body["unread"], 0);
    EXPECT_EQ(put(path + "/read", {{"seq", 3}}, ben.bearer).status, 422);

    const auto seen_by_ana = get(path, ana.bearer).body["participants"];
    EXPECT_EQ(seen_by_ana[1]["account_id"], ben.id.text());
    EXPECT_EQ(seen_by_ana[1]["display_name"], "Ben D.");
    EXPECT_EQ(seen_by_ana[1]["read_seq"], 2);
}

TEST_F(Talking, ConversationsAreListedTheMostRecentFirst)
{
    std::vector<std::string> opened = {conversation.text()};
    for (int i = 0; i < 4; ++i) {
        now += std::chrono::minutes(1);
        opened.push_back(open(domain::RequestId::fresh(now), ana, carl).text());
    }
    now += std::chrono::minutes(1);
    say(ben, "Vous êtes là ?"); // brings the oldest to the front

    EXPECT_THAT(paged("/v1/conversations?limit=2", "id", ana),
                ElementsAre(opened[0], opened[4], opened[3], opened[2], opened[1]));
    EXPECT_EQ(get("/v1/conversations", ben.bearer).body["items"].size(), 1U);
}

TEST_F(Talking, OneRequestAndProviderHaveOneConversation)
{
    EXPECT_EQ(open(request, ana, ben), conversation);
    EXPECT_NE(open(request, ana, carl), conversation);
    EXPECT_EQ(count("conversations"), 2);
}

TEST_F(Talking, ABurstOfMessagesMakesOneMail)
{
    for (int i = 0; i < 3; ++i) {
        say(ana, "Message");
        jobs::run_events(context, "test"); // tells; the mail itself stays due
    }
    EXPECT_EQ(mails_waiting(ben), 1);
    EXPECT_EQ(mails_waiting(ana), 0);

    put(path + "/read", {{"seq", 3}}, ben.bearer);
    say(ana, "Encore un.");
    jobs::run_events(context, "test");
    EXPECT_EQ(mails_waiting(ben), 2);
}

TEST_F(Talking, AMessageReadBeforeTheMailMakesNone)
{
    say(ana, "Vu tout de suite.");
    put(path + "/read", {{"seq", 1}}, ben.bearer);
    jobs::run_events(context, "test");
    EXPECT_EQ(mails_waiting(ben), 0);
}

TEST_F(Talking, NothingOfAMessageRestsInThePlain)
{
    say(ana, "Le code de la porte est 1234B.");
    const auto rows = db.read([&](domain::Transaction& tx) {
        auto all = tx.all<std::string>("SELECT body FROM messages");
        for (const auto& detail : tx.all<std::string>("SELECT detail FROM events"))
            all.push_back(detail);
        return all;
    });
    ASSERT_GE(rows.size(), 2U);
    for (const auto& row : rows)
        EXPECT_THAT(row, Not(HasSubstr("1234B")));
    EXPECT_EQ(count("idempotency_keys"), 0);
}

TEST_F(Talking, AMessageGoesWithItsAuthorsKey)
{
    say(ana, "Je m'en vais.");
    say(ben, "Je reste.");

    vault.destroy(ana.id.text(), domain::Category::message);

    EXPECT_THAT(texts_for(ben), ElementsAre(nullptr, "Je reste."));
    const auto first = get(messages + "?order=oldest_first", ben.bearer).body["items"][0];
    EXPECT_EQ(first["removed"], true);
    EXPECT_FALSE(first.contains("text"));
    EXPECT_EQ(first["seq"], 1);
}

TEST_F(Talking, WhoeverLeavesTakesTheirOwnWordsOnly)
{
    say(ana, "À moi.");
    say(ben, "À moi aussi.");

    db.transaction(
        [&](domain::Transaction& tx) { domain::conversations::forget_author(tx, ana.id); });

    EXPECT_THAT(texts_for(ben), ElementsAre(nullptr, "À moi aussi."));
    EXPECT_EQ(say(ben, "Il y a quelqu'un ?").body["title"], "action_unavailable");
    EXPECT_EQ(say(ana, "Encore.").status, 409);
    EXPECT_EQ(get(path, ben.bearer).body["participants"][0]["has_left"], true);
    EXPECT_EQ(get(path, ben.bearer).body["last_seq"], 2);
}

} // namespace

} // namespace tests
