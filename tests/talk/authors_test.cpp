#include <gmock/gmock.h>

#include "domain/reviews/forgetting.hpp"
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
        using enum domain::profiles::TraitKind;
        const auto own = domain::scrubbing::spellings_of(
            {{first_name, "Ana"}, {surname, "Martin"}, {phone, "0612345678"}});
        domain::reviews::forget_author(tx, ana.id, own);
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

} // namespace

} // namespace tests
