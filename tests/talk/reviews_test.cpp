#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "domain/pages/page_store.hpp"
#include "tests/talk/reviewing.hpp"

namespace tests {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST_F(Reviewing, AReviewIsBornOfAValidatedOrderOnly)
{
    const auto order = given_a_delivered_order();
    EXPECT_EQ(review(order, ana, 5).body["title"], "action_unavailable");
    EXPECT_EQ(review(order, eve, 5).status, 404);
    EXPECT_EQ(review(order, carl, 5).status, 404);
    EXPECT_EQ(count("reviews"), 0);

    act(order, "validation", ana);
    now += std::chrono::hours(48);
    const auto given = review(order, ana, 5);

    EXPECT_EQ(given.status, 201) << given.bytes;
    EXPECT_EQ(given.body["state"], "published");
    const auto shown = public_reviews();
    EXPECT_EQ(shown["items"][0]["author"], "Ana M.");
    EXPECT_EQ(shown["items"][0]["experienced_on"], "2026-11-23");
    EXPECT_EQ(shown["items"][0]["published_at"], "2026-11-25T09:00:00.000000Z");
    EXPECT_EQ(shown["items"][0]["verified_order"], true);
    EXPECT_FALSE(shown["items"][0].contains("order_id"));
    EXPECT_EQ(shown["disclosure"]["sorted_by"], "recent");
    EXPECT_EQ(shown["rating"], (json{{"average", "5.00"}, {"count", 1}}));
    EXPECT_EQ(mails_of("review_received", ben), 1);
}

TEST_F(Reviewing, EachSideReviewsAnOrderOnce)
{
    const auto order = given_a_validated_order();
    EXPECT_EQ(review(order, ana, 4).status, 201);
    EXPECT_EQ(review(order, ana, 1).body["title"], "action_unavailable");
    EXPECT_EQ(review(order, ben, 3, "Cliente agréable, à l'heure.").status, 201);
    EXPECT_EQ(review(order, ben, 3).status, 409);
    EXPECT_EQ(count("reviews"), 2);
    expect_average_recounted(); // what ben wrote about ana counts nowhere on ben's page
}

TEST_F(Reviewing, WhatIsWrongWithAReviewIsSaid)
{
    const auto order = given_a_validated_order();
    for (const auto& body :
         {json{{"rating", 6}, {"text", "Travail soigné."}},
          json{{"rating", 0}, {"text", "Travail soigné."}},
          json{{"rating", 4.5}, {"text", "Travail soigné."}}, json{{"rating", 5}, {"text", "Bien"}},
          json{{"rating", 5}},
          json{{"rating", 5}, {"text", "Travail soigné."}, {"state", "hidden"}}}) {
        EXPECT_EQ(act(order, "review", ana, body).status, 422) << body;
    }
    EXPECT_EQ(count("reviews"), 0);
}

TEST_F(Reviewing, ReviewsOfAClientAreForItsProvidersOnly)
{
    review(given_a_validated_order(), ben, 4, "Cliente agréable, à l'heure.");
    const auto path = "/v1/clients/" + ana.id.text() + "/reviews";

    EXPECT_EQ(get(path).status, 401);
    EXPECT_EQ(get(path, eve.bearer).status, 404);
    EXPECT_EQ(get(path, carl.bearer).status, 404);
    EXPECT_EQ(get(path, ben.bearer).body["rating"]["average"], "4.00");
    asked_of(ana, {carl});
    const auto seen = get(path, carl.bearer).body["items"];
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen[0]["author"], "Ben D.");
    EXPECT_TRUE(public_reviews()["items"].empty());
}

TEST_F(Reviewing, TheReviewedAccountAnswersOnce)
{
    const auto id = given_a_review(2);
    const auto reply = [&](const Someone& as) {
        return post("/v1/reviews/" + id + "/reply", {{"text", "Nous avons repris l'ourlet."}},
                    as.bearer);
    };
    EXPECT_EQ(reply(ana).status, 404);
    EXPECT_EQ(reply(carl).status, 404);
    EXPECT_EQ(reply(ben).status, 201);
    EXPECT_EQ(reply(ben).status, 409);
    EXPECT_EQ(public_reviews()["items"][0]["reply"]["text"], "Nous avons repris l'ourlet.");
    EXPECT_EQ(mails_of("review_replied", ana), 1);
}

TEST_F(Reviewing, TheAverageIsRightAtEveryMoment)
{
    expect_average_recounted();
    std::vector<std::string> ids;
    for (const int rating : {5, 4, 1, 5, 2}) {
        ids.push_back(given_a_review(rating));
        expect_average_recounted();
    }
    for (const auto& [id, decision] :
         {std::pair(ids[2], "hide"), std::pair(ids[4], "refuse"), std::pair(ids[0], "keep"),
          std::pair(ids[2], "restore"), std::pair(ids[3], "hide"), std::pair(ids[3], "refuse"),
          std::pair(ids[4], "restore"), std::pair(ids[0], "refuse")}) {
        EXPECT_EQ(decide(id, decision).status, 200) << decision;
        expect_average_recounted();
    }
    EXPECT_EQ(public_reviews()["rating"]["count"], 3);
}

TEST_F(Reviewing, ReviewsFromBeforeThePageAreCountedOnIt)
{
    const auto order = [&] {
        const auto quote = quoted(carl, asked_of(ana, {carl}));
        const auto accepted = expect(201, accept(quote, ana));
        fund(accepted, pay_in(2));
        for (const auto* step : {"start", "delivery"})
            expect(200, act(accepted, step, carl));
        expect(200, act(accepted, "validation", ana));
        return accepted;
    }();
    EXPECT_EQ(review(order, ana, 4).status, 201);

    const auto page =
        db.read([&](domain::Transaction& tx) { return domain::pages::find(tx, carl.id); });
    EXPECT_EQ(page.rating_sum, 4);
    EXPECT_EQ(page.rating_count, 1);
}

TEST_F(Reviewing, AListIsSortedAsItSaysAndLeadsOn)
{
    for (const int rating : {3, 5, 1, 5, 4})
        given_a_review(rating);
    const auto ratings = [&](const std::string& sort) {
        std::vector<int> seen;
        std::string cursor;
        do {
            const auto page = public_reviews("?limit=2&sort=" + sort + cursor);
            EXPECT_EQ(page["disclosure"]["sorted_by"], sort);
            for (const auto& one : page["items"])
                seen.push_back(one["rating"]);
            cursor = page["next"].is_null() ? "" : "&cursor=" + page["next"].get<std::string>();
        } while (!cursor.empty());
        return seen;
    };
    EXPECT_THAT(ratings("recent"), ElementsAre(4, 5, 1, 5, 3));
    EXPECT_THAT(ratings("highest"), ElementsAre(5, 5, 4, 3, 1));
    EXPECT_THAT(ratings("lowest"), ElementsAre(1, 3, 4, 5, 5));
    EXPECT_EQ(get(reviews_of_ben() + "?sort=best").status, 422);
    EXPECT_EQ(get(reviews_of_ben() + "?cursor=eA==").status, 422);
}

TEST_F(Reviewing, EightReviewsAtOnceAreOne)
{
    const auto order = given_a_validated_order();
    std::atomic<int> published = 0;
    std::atomic<int> refused = 0;
    std::vector<std::thread> clicks;
    for (int i = 0; i < 8; ++i) {
        clicks.emplace_back([&] {
            const auto status = review(order, ana, 5).status;
            published += static_cast<int>(status == 201);
            refused += static_cast<int>(status == 409);
        });
    }
    for (auto& click : clicks)
        click.join();

    EXPECT_EQ(published, 1);
    EXPECT_EQ(refused, 7);
    expect_average_recounted();
}

} // namespace

} // namespace tests
