#include "tests/site/looking.hpp"

namespace tests {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class SearchPage : public Looking {};

TEST_F(SearchPage, KeepsWhatWasAskedAndIsNotListed)
{
    given_a_service(ben, "Ourlet de rideau", "Lyon");
    given_a_service(ben, "Fermeture éclair", "Marseille");

    const auto page = get("/services?q=ourlet&city=lyon&min_rating=&sort=newest");

    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.bytes, HasSubstr("Ourlet de rideau"));
    EXPECT_THAT(page.bytes, Not(HasSubstr("Fermeture éclair")));
    EXPECT_THAT(page.bytes, HasSubstr("value=\"ourlet\""));
    EXPECT_THAT(page.bytes, HasSubstr("1 service trouvé"));
    EXPECT_THAT(page.bytes, HasSubstr("content=\"noindex\""));
    EXPECT_THAT(page.bytes, HasSubstr("href=\"/ranking\"")) << "the order is explained";
    EXPECT_THAT(get("/services?city=Lyon").bytes, Not(HasSubstr("noindex")));
}

TEST_F(SearchPage, LeadsFromPageToPage)
{
    for (int i = 0; i < 5; ++i)
        given_a_service(ben, "Ourlet " + std::to_string(i), "Lyon");

    const auto first = get("/services?city=Lyon&limit=2");
    const auto next = link_of(first, "next");
    ASSERT_FALSE(next.empty()) << first.bytes;
    const auto second = get(next);

    EXPECT_THAT(first.bytes, HasSubstr("Ourlet 4"));
    EXPECT_THAT(second.bytes, Not(HasSubstr("Ourlet 4")));
    EXPECT_THAT(second.bytes, HasSubstr("Ourlet 2"));
    EXPECT_EQ(link_of(second, "prev"), "/services?city=Lyon");
    EXPECT_NE(title_of(first), title_of(second));
}

TEST_F(SearchPage, SaysHowToWidenWhatFindsNothing)
{
    given_a_service(ben, "Ourlet", "Lyon");

    const auto page = get("/services?q=rien&city=Lyon");

    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.bytes, HasSubstr("Aucun service ne correspond"));
    EXPECT_THAT(page.bytes, HasSubstr("href=\"/services?city=Lyon\""));
    EXPECT_THAT(page.bytes, HasSubstr("href=\"/services?q=rien\""));
    EXPECT_THAT(get("/en/services?q=rien").bytes, HasSubstr("Search without “rien”"));
}

TEST_F(SearchPage, NamesWhatCannotBeSearchedByAtItsField)
{
    const auto page = get("/services?min_rating=9&sort=best&city=" + std::string(300, 'a'));

    EXPECT_EQ(page.status, 422);
    EXPECT_THAT(page.bytes, HasSubstr("role=\"alert\""));
    EXPECT_THAT(page.bytes, HasSubstr("href=\"#min_rating\""));
    EXPECT_THAT(page.bytes, HasSubstr("href=\"#sort\""));
    EXPECT_THAT(page.bytes, HasSubstr("id=\"city-error\""));
    EXPECT_THAT(page.bytes, HasSubstr("aria-invalid=\"true\""));
    EXPECT_THAT(page.bytes, HasSubstr("De 0 à 5."));
    EXPECT_EQ(get("/services?cursor=bm90IGEgcGxhY2U=").status, 422);
}

TEST_F(SearchPage, ShowsHostileWordsAsWords)
{
    const std::string hostile = "\"><script>alert(1)</script>";
    given_a_service(ben, hostile, "Lyon", {{"skills", {"<b>gras</b>"}}});

    for (const auto* target : {"/services", "/", "/services?q=%22%3E%3Cscript%3Ealert(1)",
                               "/services?city=%22%20onmouseover%3D%22alert(1)"}) {
        const auto page = get(target);
        EXPECT_EQ(page.status, 200) << target;
        EXPECT_THAT(page.bytes, Not(HasSubstr("<script>alert"))) << target;
        EXPECT_THAT(page.bytes, Not(HasSubstr("<b>gras"))) << target;
        EXPECT_THAT(page.bytes, Not(HasSubstr("\"\" onmouseover"))) << target;
    }
}

} // namespace

} // namespace tests
