#include "tests/site/looking.hpp"

namespace tests {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ReviewsPage : public Looking {
protected:
    std::string reviews_page() { return provider_page() + "/reviews"; }
};

TEST_F(ReviewsPage, TellsWhereReviewsComeFromEvenWithoutAny)
{
    const auto page = get(reviews_page());

    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.bytes, HasSubstr("Pas encore d’avis"));
    EXPECT_THAT(page.bytes, HasSubstr("Aucune contrepartie"));
    EXPECT_THAT(page.bytes, HasSubstr("la modération peut"));
    EXPECT_THAT(page.bytes, HasSubstr("href=\"/reviews-policy\""));
    EXPECT_THAT(get("/en" + reviews_page()).bytes,
                HasSubstr("the review is not about the service"));
}

TEST_F(ReviewsPage, ShowsBothDatesOfEachReviewAndItsReply)
{
    const auto order = given_a_validated_order();
    now += std::chrono::hours(48);
    const auto id = text(expect(201, review(order, ana, 5, "<i>Très</i> bon travail.")));
    expect(201, post("/v1/reviews/" + id + "/reply", {{"text", "Merci <b>Ana</b>."}}, ben.bearer));

    const auto page = get(reviews_page());

    EXPECT_THAT(page.bytes, HasSubstr("Ana M."));
    EXPECT_THAT(page.bytes, HasSubstr("23\u00a0novembre\u00a02026"));
    EXPECT_THAT(page.bytes, HasSubstr("25\u00a0novembre\u00a02026"));
    EXPECT_THAT(page.bytes, HasSubstr("&lt;i&gt;Très"));
    EXPECT_THAT(page.bytes, HasSubstr("Merci &lt;b&gt;Ana"));
    EXPECT_THAT(page.bytes, Not(HasSubstr("<b>Ana")));
}

TEST_F(ReviewsPage, SortsAndGoesOnFromPageToPage)
{
    given_a_review(2, "Un peu long, mais fait.");
    given_a_review(5, "Parfait, rien à redire.");
    given_a_review(3, "Correct, sans plus pour moi.");

    const auto lowest = get(reviews_page() + "?sort=lowest&limit=1");
    EXPECT_THAT(lowest.bytes, HasSubstr("Un peu long"));
    EXPECT_THAT(lowest.bytes, Not(HasSubstr("Parfait")));
    EXPECT_THAT(lowest.bytes, HasSubstr("noindex")) << "one order is listed";
    EXPECT_THAT(lowest.bytes, HasSubstr("la plus basse d’abord"));

    const auto next = get(link_of(lowest, "next"));
    EXPECT_THAT(next.bytes, HasSubstr("Correct, sans plus"));
    EXPECT_EQ(get(reviews_page() + "?sort=kindest").status, 422);
    EXPECT_THAT(get(reviews_page()).bytes, Not(HasSubstr("noindex")));
}

TEST_F(ReviewsPage, LosesWhatModerationHides)
{
    const auto id = given_a_review(1, "Cette personne n'est jamais venue.");
    EXPECT_THAT(get(reviews_page()).bytes, HasSubstr("jamais venue"));

    expect(200, decide(id, "refuse"));

    EXPECT_THAT(get(reviews_page()).bytes, Not(HasSubstr("jamais venue")));
    EXPECT_THAT(get(provider_page()).bytes, Not(HasSubstr("jamais venue")));
}

} // namespace

} // namespace tests
