#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "domain/mail/compose.hpp"
#include "domain/pages/page_store.hpp"
#include "domain/reviews/reviews.hpp"
#include "tests/market/publishing.hpp"

namespace tests {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class Reviewing : public Publishing {
protected:
    Someone sam = given_staff();
    Someone eve = given_a_client("Eve");
    Someone carl = given_a_payable_provider("Carl");

    void SetUp() override { publish(ben); }

    Answer review(const json& order, const Someone& author, int rating,
                  const std::string& text = "Travail soigné et ponctuel.")
    {
        return act(order, "review", author, {{"rating", rating}, {"text", text}});
    }
    std::string given_a_review(int rating, const std::string& text = "Travail soigné et ponctuel.")
    {
        now += std::chrono::hours(1);
        return expect(201, review(given_a_validated_order(), ana, rating, text))["id"];
    }

    std::string reviews_of_ben() const { return "/v1/providers/" + ben.id.text() + "/reviews"; }
    json public_reviews(const std::string& query = "")
    {
        return get(reviews_of_ben() + query).body;
    }

    Answer decide(const std::string& review, const std::string& decision)
    {
        return post("/v1/staff/reviews/" + review + "/decision",
                    {{"decision", decision},
                     {"ground", "not_genuine"},
                     {"reason", "La commande citée n'est pas celle-ci."}},
                    sam.bearer);
    }

    /// What the page and the list say, against a recount of what is shown.
    void expect_average_recounted()
    {
        std::int64_t sum = 0;
        const auto shown = public_reviews("?limit=100");
        for (const auto& one : shown["items"])
            sum += one["rating"].get<std::int64_t>();
        const auto count = static_cast<std::int64_t>(shown["items"].size());
        const json expected = {{"average", count == 0 ? json() : json(two_decimals(sum, count))},
                               {"count", count}};
        EXPECT_EQ(shown["rating"], expected);
        EXPECT_EQ(get("/v1/providers/" + ben.id.text()).body["rating"], expected);
    }

    /// sum / count, half-up, on paper: "4.67".
    static std::string two_decimals(std::int64_t sum, std::int64_t count)
    {
        const auto e2 = (sum * 1000 / count + 5) / 10;
        const auto cents = std::to_string(e2 % 100);
        return std::to_string(e2 / 100) + "." + (cents.size() == 1 ? "0" : "") + cents;
    }

    /// The mail that tells ana of a decision, composed as at its delivery.
    std::string mail_about(const std::string& review)
    {
        return db.transaction([&](domain::Transaction& tx) {
            const auto mail = domain::mail::compose(tx, platform, "mail",
                                                    ana.id.text() + " review_moderated " + review);
            return mail ? mail->body : std::string();
        });
    }

    std::int64_t mails_of(const std::string& what, const Someone& to)
    {
        return db.read([&](domain::Transaction& tx) {
            return tx.one<std::int64_t>("SELECT COUNT(*) FROM events WHERE detail LIKE :what",
                                        to.id.text() + " " + what + " %");
        });
    }
};

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
        fund(accepted, "mop_of_carls_order");
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

TEST_F(Reviewing, ADoubtIsReasonedExaminedAndAnswered)
{
    const auto id = given_a_review(1, "Rideau brûlé, à fuir absolument.");
    const auto report = [&](const Someone& as, const json& body) {
        return post("/v1/reviews/" + id + "/report", body, as.bearer);
    };
    const json reason = {{"reason", "Cette personne n'a jamais été cliente."}};
    EXPECT_EQ(report(ben, json::object()).status, 422);
    EXPECT_EQ(report(ben, {{"reason", "faux"}}).status, 422);
    EXPECT_EQ(report(ana, reason).status, 404);
    EXPECT_EQ(report(carl, reason).status, 404);
    EXPECT_EQ(report(ben, reason).status, 201);
    EXPECT_EQ(report(ben, reason).status, 409);
    EXPECT_EQ(public_reviews()["items"].size(), 1U); // a report alone changes nothing

    EXPECT_EQ(get("/v1/staff/review-reports", ben.bearer).status, 404);
    const auto open = get("/v1/staff/review-reports", sam.bearer).body["items"];
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open[0]["reason"], reason["reason"]);
    EXPECT_EQ(open[0]["review"]["text"], "Rideau brûlé, à fuir absolument.");

    EXPECT_EQ(decide(id, "refuse").status, 200);
    EXPECT_TRUE(get("/v1/staff/review-reports", sam.bearer).body["items"].empty());
    EXPECT_EQ(get("/v1/staff/review-reports?state=decided", sam.bearer).body["items"].size(), 1U);
    EXPECT_TRUE(public_reviews()["items"].empty());
}

TEST_F(Reviewing, NoDecisionWithoutAReasonThatItsAuthorReads)
{
    const auto id = given_a_review(1);
    const auto path = "/v1/staff/reviews/" + id + "/decision";
    EXPECT_EQ(post(path, {{"decision", "refuse"}, {"ground", "insulting"}}, sam.bearer).status,
              422);
    EXPECT_EQ(post(path, {{"decision", "refuse"}, {"reason", "Des insultes."}}, sam.bearer).status,
              422);
    EXPECT_EQ(post(path,
                   {{"decision", "restore"}, {"ground", "genuine"}, {"reason", "Rien à redire."}},
                   sam.bearer)
                  .body["title"],
              "action_unavailable");
    EXPECT_EQ(decide(id, "refuse").status, 200);

    const auto mine = get("/v1/me/reviews", ana.bearer).body["items"][0];
    EXPECT_EQ(mine["state"], "refused");
    EXPECT_EQ(mine["decision"]["ground"], "not_genuine");
    EXPECT_EQ(mine["decision"]["reason"], "La commande citée n'est pas celle-ci.");
    EXPECT_TRUE(get("/v1/me/reviews?role=received", ben.bearer).body["items"].empty());
    EXPECT_THAT(mail_about(id), HasSubstr("Votre avis est refusé : l'avis ne rend pas compte"));
    EXPECT_THAT(mail_about(id), HasSubstr("Motif : La commande citée n'est pas celle-ci."));
    const auto logged = db.read([&](domain::Transaction& tx) {
        return tx.all<std::string>("SELECT action FROM audit_log WHERE object_id = :id", id);
    });
    EXPECT_THAT(logged, ElementsAre("review_refuse"));
    const auto stored = db.read([](domain::Transaction& tx) {
        return tx.one<std::string>("SELECT reason FROM review_decisions");
    });
    EXPECT_THAT(stored, Not(HasSubstr("commande")));
}

TEST_F(Reviewing, AnAuthorWhoLeavesSignsWithAPseudonym)
{
    given_a_review(5, "Ben a tout repris. Ana MARTIN vous recommande l'atelier !");
    const auto first = given_a_review(3, "Correct, sans plus. Martine en dirait autant.");
    decide(first, "keep");

    db.transaction([&](domain::Transaction& tx) {
        domain::reviews::forget_author(tx, ana.id, {"Ana", "Martin", "0612345678"});
    });

    const auto shown = public_reviews()["items"];
    ASSERT_EQ(shown.size(), 2U);
    EXPECT_THAT(shown[0]["author"].get<std::string>(), ::testing::StartsWith("Client "));
    EXPECT_EQ(shown[0]["author"], shown[1]["author"]);
    EXPECT_EQ(shown[0]["text"], "Correct, sans plus. Martine en dirait autant.");
    EXPECT_EQ(shown[1]["text"], "Ben a tout repris. … … vous recommande l'atelier !");
    EXPECT_EQ(public_reviews()["rating"], (json{{"average", "4.00"}, {"count", 2}}));
    expect_average_recounted();
    const auto left = db.read([](domain::Transaction& tx) {
        return tx.one<std::int64_t>("SELECT COUNT(*) FROM reviews WHERE author_id IS NOT NULL");
    });
    EXPECT_EQ(left, 0);
}

TEST_F(Reviewing, ACorrectedNameSignsWhatWasWrittenBefore)
{
    given_a_review(5);
    const auto me = get("/v1/me", ana.bearer);
    expect(200,
           patch("/v1/me", {{"person", {{"first_name", "Anaïs"}}}}, ana.bearer, me.header("etag")));
    EXPECT_EQ(public_reviews()["items"][0]["author"], "Anaïs M.");
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

TEST(ReviewTexts, LoseNamesAndNothingElse)
{
    const auto clean = [](const std::string& text) {
        return domain::reviews::scrubbed(text, {"Élodie", "Le Gall", "elodie@example.org", "Al"});
    };
    EXPECT_EQ(clean("Merci Elodie LE GALL !"), "Merci … … !");
    EXPECT_EQ(clean("écrivez à elodie@example.org."), "écrivez à ….");
    EXPECT_EQ(clean("Al a bien travaillé."), "Al a bien travaillé.");
    EXPECT_EQ(clean("Les élodiens du Gallois."), "Les élodiens du Gallois.");
    EXPECT_EQ(clean("E\u0301lodie"), "…");
    EXPECT_EQ(clean(""), "");
}

} // namespace

} // namespace tests
