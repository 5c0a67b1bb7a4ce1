#include "tests/site/looking.hpp"

namespace tests {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class HomePage : public Looking {};

TEST_F(HomePage, SaysWhatToDoWhileNothingIsOnOffer)
{
    const auto page = get("/");

    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.bytes, HasSubstr("Rien n’est encore proposé ici"));
    EXPECT_THAT(page.bytes, HasSubstr("href=\"/become-a-provider\""));
    EXPECT_THAT(page.bytes, Not(HasSubstr("id=\"newest\"")));
    EXPECT_THAT(page.bytes, Not(HasSubstr("id=\"skills\"")));
}

TEST_F(HomePage, ShowsTheNewestAndWhatIsOfferedMost)
{
    given_a_service(ben, "Ourlet de rideau", "Lyon", {{"skills", {"Couture à la main"}}});
    given_a_service(ben, "Ourlet de jupe", "LYON", {{"skills", {"couture a la main", "Jupe"}}});

    const auto page = get("/");

    EXPECT_THAT(page.bytes, HasSubstr("Ourlet de rideau"));
    EXPECT_THAT(page.bytes, HasSubstr("href=\"/services/ourlet-de-jupe-svc_"));
    EXPECT_THAT(page.bytes, Not(HasSubstr("Rien n’est encore proposé ici")));
    const auto skills = between(page.bytes, "id=\"skills\"", "</ul>");
    EXPECT_THAT(skills, HasSubstr("2 services")) << "one skill, however it is spelled";
    EXPECT_THAT(skills, HasSubstr("1 service<"));
    EXPECT_THAT(page.bytes, HasSubstr("href=\"/services?city=L"));
}

TEST_F(HomePage, ShowsWorkBeforePortraits)
{
    given_a_service(ben, "Ourlet");
    EXPECT_THAT(get("/").bytes,
                HasSubstr("src=\"" + page_of(ben).body["photo"].get<std::string>()));

    const auto mine =
        expect(201, upload("POST", "/v1/me/portfolio?caption=Lin", some_picture(true), ben));

    EXPECT_THAT(get("/").bytes,
                HasSubstr("src=\"" + mine["portfolio"][0]["path"].get<std::string>()));
}

TEST_F(HomePage, IsTheSameInBothLanguages)
{
    const auto french = get("/");
    const auto english = get("/en");
    EXPECT_EQ(get("/en/").bytes, english.bytes);

    EXPECT_THAT(french.bytes, HasSubstr("<html lang=\"fr\">"));
    EXPECT_THAT(english.bytes, HasSubstr("<html lang=\"en\">"));
    EXPECT_THAT(english.bytes, HasSubstr("Providers near you"));
    EXPECT_THAT(english.bytes, HasSubstr("action=\"/en/services\""));
    for (const auto* page : {&french, &english}) {
        EXPECT_THAT(page->bytes, HasSubstr("hreflang=\"fr\" href=\"" + platform.web_url + "/\""));
        EXPECT_THAT(page->bytes, HasSubstr("hreflang=\"en\" href=\"" + platform.web_url + "/en\""));
        EXPECT_THAT(page->bytes, Not(HasSubstr("noindex")));
    }
}

TEST_F(HomePage, TellsSearchEnginesHowToSearch)
{
    const auto site = structured(get("/en"), "WebSite");

    EXPECT_EQ(site["inLanguage"], "en");
    EXPECT_EQ(site["potentialAction"]["target"]["urlTemplate"],
              platform.web_url + "/en/services?q={words}");
}

} // namespace

} // namespace tests
