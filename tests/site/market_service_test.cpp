#include "domain/pages/pages.hpp"
#include "tests/site/looking.hpp"

namespace tests {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ServicePage : public Looking {
protected:
    json hem;

    void SetUp() override
    {
        Looking::SetUp();
        hem = given_a_service(
            ben, "Ourlet de rideau", "Lyon",
            {{"price", {{"from", {{"amount", 4500}, {"currency", "EUR"}}}, {"per", "piece"}}},
             {"skills", {"Rideaux"}}});
        given_a_service(ben, "Fermeture éclair");
    }
};

TEST_F(ServicePage, ShowsPriceProviderAndItsOtherServices)
{
    const auto page = get(service_page(hem));

    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(title_of(page), HasSubstr("Ourlet de rideau à Lyon, par Ben D."));
    EXPECT_THAT(page.bytes, HasSubstr("dès 45,00\u00a0€ la pièce"));
    EXPECT_THAT(page.bytes, HasSubstr("href=\"/providers/ben-d-" + ben.id.text() + "\""));
    EXPECT_THAT(page.bytes, HasSubstr("Fermeture éclair"));
    EXPECT_THAT(page.bytes, HasSubstr("Pas encore d’avis"));
    EXPECT_THAT(get("/en" + service_page(hem)).bytes, HasSubstr("from €45.00 apiece"));
}

TEST_F(ServicePage, MovesWithItsTitleAndLeavesWithIt)
{
    const auto former = service_page(hem);
    const auto path = "/v1/services/" + text(hem);
    expect(200, patch(path, {{"title", "Ourlet invisible"}}, ben.bearer, "\"1\""));

    EXPECT_EQ(get(former).status, 301);
    EXPECT_THAT(get(former).header("location"), HasSubstr("/services/ourlet-invisible-svc_"));

    expect(200, patch(path, {{"is_published", false}}, ben.bearer, "\"2\""));
    EXPECT_EQ(get(former).status, 404);
    EXPECT_EQ(get("/services/svc_nothing").status, 404);
}

TEST_F(ServicePage, IsGoneWithItsProvider)
{
    const auto address = service_page(hem);
    db.transaction([&](domain::Transaction& tx) { domain::pages::erase(tx, ben.id); });

    EXPECT_EQ(get(address).status, 410);
    EXPECT_THAT(get("/services").bytes, Not(HasSubstr("Ourlet de rideau")));
}

TEST_F(ServicePage, IsAServiceWithAPriceForSearchEngines)
{
    given_a_review(5);

    const auto service = structured(get(service_page(hem)), "Service");

    EXPECT_EQ(service["name"], "Ourlet de rideau");
    EXPECT_EQ(service["areaServed"], "Lyon");
    EXPECT_EQ(service["url"], platform.web_url + service_page(hem));
    EXPECT_EQ(service["offers"]["priceSpecification"]["minPrice"], "45.00");
    EXPECT_EQ(service["provider"]["aggregateRating"]["reviewCount"], 1);
}

} // namespace

} // namespace tests
