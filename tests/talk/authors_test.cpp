#include <gmock/gmock.h>

#include "domain/reviews/reviews.hpp"
#include "tests/talk/reviewing.hpp"

namespace tests {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

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
