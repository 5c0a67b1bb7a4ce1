#include <libxml/parser.h>

#include <algorithm>
#include <memory>

#include "tests/site/looking.hpp"

namespace tests {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Sitemap : public Looking {
protected:
    /// Every address of the list that is ours, as a path.
    std::vector<std::string> listed()
    {
        const auto list = get("/sitemap.xml").bytes;
        const auto from = "<loc>" + platform.web_url;
        std::vector<std::string> paths;
        for (auto at = list.find(from); at != list.npos; at = list.find(from, at + 1))
            paths.push_back(between(list.substr(at), from, "</loc>"));
        return paths;
    }
};

TEST_F(Sitemap, ListsWhatIsPublishedInBothLanguages)
{
    const auto hem = given_a_service(ben, "Ourlet & plis");
    const auto hidden = given_a_service(ben, "Caché", "Lyon", {{"is_published", false}});

    const auto list = get("/sitemap.xml");

    EXPECT_EQ(list.header("content-type"), "application/xml");
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
        xmlReadMemory(list.bytes.data(), static_cast<int>(list.bytes.size()), "", nullptr,
                      XML_PARSE_NONET),
        &xmlFreeDoc);
    EXPECT_TRUE(document);
    const auto paths = listed();
    EXPECT_THAT(paths, ::testing::IsSupersetOf({std::string("/"), std::string("/en"),
                                                provider_page(), "/en" + provider_page(),
                                                service_page(hem), "/en" + service_page(hem)}));
    EXPECT_THAT(list.bytes, Not(HasSubstr(text(hidden))));
    EXPECT_THAT(list.bytes, Not(HasSubstr(carl.id.text()))) << "has no page";
    EXPECT_THAT(list.bytes, HasSubstr("<lastmod>2026-11-23</lastmod>"));
}

TEST_F(Sitemap, GoesOnBeyondOnePiece)
{
    constexpr int piece = 100;
    const auto dora = given_a_provider("Dora");
    publish(carl);
    publish(dora);
    for (int i = 0; i < piece / 2; ++i) { // all that one provider may offer
        given_a_service(ben, "Ourlet " + std::to_string(i));
        given_a_service(carl, "Ourlet " + std::to_string(i));
    }
    given_a_service(dora, "Ourlet");

    const auto paths = listed();
    const auto services = std::ranges::count_if(
        paths, [](const auto& path) { return path.starts_with("/services/"); });
    EXPECT_EQ(services, piece + 1);
}

TEST_F(Sitemap, IsNamedByTheRulesForRobots)
{
    const auto rules = get("/robots.txt");

    EXPECT_THAT(rules.header("content-type"), HasSubstr("text/plain"));
    EXPECT_THAT(rules.bytes, HasSubstr("Sitemap: " + platform.web_url + "/sitemap.xml\n"));
    EXPECT_THAT(rules.bytes, HasSubstr("Disallow: /account\n"));
    EXPECT_THAT(rules.bytes, HasSubstr("Allow: /v1/files/\n"));
}

} // namespace

} // namespace tests
