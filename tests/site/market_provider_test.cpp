#include "domain/pages/pages.hpp"
#include "tests/site/looking.hpp"

namespace tests {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ProviderPage : public Looking {};

TEST_F(ProviderPage, HasOneAddressWithTheNameInIt)
{
    const auto right = "/providers/ben-d-" + ben.id.text();

    EXPECT_EQ(get(right).status, 200);
    for (const auto& wrong : {"/providers/" + ben.id.text(), "/providers/anna-" + ben.id.text()}) {
        const auto moved = get(wrong);
        EXPECT_EQ(moved.status, 301) << wrong;
        EXPECT_EQ(moved.header("location"), right);
    }
    EXPECT_EQ(get("/en/providers/x-" + ben.id.text()).header("location"), "/en" + right);
    EXPECT_EQ(get("/providers/ben-d-acc_nothing").status, 404);
    EXPECT_EQ(get("/providers/nobody").status, 404);
}

TEST_F(ProviderPage, ShowsWhatIsPublishedAndNoMore)
{
    given_a_service(ben, "Ourlet de rideau");

    const auto page = get(provider_page());

    EXPECT_THAT(title_of(page), HasSubstr("Ben D., prestataire à Marseille"));
    EXPECT_THAT(page.bytes, HasSubstr("Retouches et rideaux."));
    EXPECT_THAT(page.bytes, HasSubstr("Ourlet de rideau"));
    EXPECT_THAT(page.bytes, HasSubstr("Prix sur devis"));
    EXPECT_THAT(page.bytes, HasSubstr("Professionnel")) << "C. conso L111-7";
    EXPECT_THAT(page.bytes, HasSubstr("alt=\"Portrait de Ben D.\""));
    EXPECT_THAT(page.bytes, Not(HasSubstr("Durand")));
    EXPECT_THAT(page.bytes, Not(HasSubstr("SARL")));
    EXPECT_THAT(page.bytes, HasSubstr("/sign-in?next=%2Fproviders%2Fben-d-"));
}

TEST_F(ProviderPage, IsNotThereBeforeItIsPublishedAndGoneAfterwards)
{
    EXPECT_EQ(get("/providers/carl-d-" + carl.id.text()).status, 404);
    const auto address = provider_page();
    db.transaction([&](domain::Transaction& tx) { domain::pages::erase(tx, ben.id); });

    const auto gone = get(address);

    EXPECT_EQ(gone.status, 410);
    EXPECT_THAT(gone.header("content-type"), HasSubstr("text/html"));
    EXPECT_EQ(get(address + "/reviews").status, 410);
}

TEST_F(ProviderPage, IsRatedForSearchEnginesOnceThereAreReviews)
{
    given_a_service(
        ben, "Ourlet", "Lyon",
        {{"price", {{"from", {{"amount", 4500}, {"currency", "EUR"}}}, {"per", "hour"}}}});
    const auto before = structured(get(provider_page()), "LocalBusiness");
    EXPECT_EQ(before["name"], "Ben D.");
    EXPECT_FALSE(before.contains("aggregateRating"));
    EXPECT_EQ(before["makesOffer"][0]["priceSpecification"]["minPrice"], "45.00");
    EXPECT_EQ(before["makesOffer"][0]["priceSpecification"]["unitCode"], "HUR");

    given_a_review(5);
    given_a_review(4);

    const auto page = get(provider_page());
    const auto rated = structured(page, "LocalBusiness")["aggregateRating"];
    EXPECT_EQ(rated["ratingValue"], "4.50");
    EXPECT_EQ(rated["reviewCount"], 2);
    EXPECT_THAT(page.bytes, HasSubstr("4,5"));
    EXPECT_THAT(page.bytes, HasSubstr("viewBox=\"0 0 2 1\"")) << "bars of all reviews";
    EXPECT_EQ(structured(page, "BreadcrumbList")["itemListElement"].size(), 3U);
}

TEST_F(ProviderPage, LeavesLongWordsToTheServicesOwnPage)
{
    std::string description;
    for (int i = 0; i < 100; ++i)
        description += "mot" + std::to_string(i) + " ";
    const auto service =
        given_a_service(ben, "Ourlet", "Lyon", {{"description", description + "la fin"}});

    EXPECT_THAT(get(provider_page()).bytes, HasSubstr("mot9 "));
    EXPECT_THAT(get(provider_page()).bytes, Not(HasSubstr("la fin</p>")));
    EXPECT_THAT(get(service_page(service)).bytes, HasSubstr("la fin</p>"));
}

TEST_F(ProviderPage, ShowsHostileWordsAsWords)
{
    auto hostile = some_page();
    hostile["description"] = "</script><script>alert(1)</script>";
    hostile["city"] = "\" onload=\"alert(1)";
    hostile["skills"] = json::array({"<img src=x>"});
    expect(200, put("/v1/me/page", hostile, ben.bearer, page_etag(ben)));
    expect(201,
           upload("POST", "/v1/me/portfolio?caption=%3Cb%3EA%3C/b%3E", some_picture(true), ben));

    const auto page = get(provider_page());

    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.bytes, Not(HasSubstr("<script>alert")));
    EXPECT_THAT(page.bytes, Not(HasSubstr("\" onload=\"")));
    EXPECT_THAT(page.bytes, Not(HasSubstr("<img src=x>")));
    EXPECT_THAT(page.bytes, Not(HasSubstr("<b>A</b>")));
    EXPECT_EQ(structured(page, "LocalBusiness")["description"],
              "</script><script>alert(1)</script>");
}

} // namespace

} // namespace tests
