// What templates may hold, and what becomes of a value by where it stands.

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <regex>

#include "api/http/router.hpp"
#include "api/pipeline/route.hpp"
#include "api/site/frame/markers.hpp"
#include "api/site/frame/template_text.hpp"
#include "ops/assets/embedded.hpp"
#include "tests/support/the_site.hpp"

namespace tests {

namespace {

using namespace api::site::frame;
using domain::Language;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

/// One template on its own.
class Template : public ::testing::Test {
protected:
    std::string shown(const std::string& html, const std::function<void(Dictionary&)>& fill)
    {
        const Templates templates({{"x.html", html}, {"part.html", "<b>{{INNER}}</b>"}}, sentences,
                                  assets);
        return templates.shown("x.html", Language::fr, fill);
    }

    Sentences sentences{
        {{"site/x.json", R"({"greeting": {"fr": "Bonjour <{brand}>", "en": "Hello <{brand}>"}})"}},
        {},
        "L'Atelier"};
    Assets assets{{}, {}};
    static constexpr auto hostile = "\"'><script>alert(1)</script>&{{X}}";
};

TEST_F(Template, TextIsTextWhereverItStands)
{
    const auto html =
        shown(R"(<p title="{{X}}">{{X}}</p><textarea>{{X:p}}</textarea><a href="/s?q={{X}}">s</a>)",
              [](Dictionary& into) { into.text("X", hostile); });
    EXPECT_THAT(html, Not(HasSubstr("<script>")));
    EXPECT_THAT(html, Not(HasSubstr("=\"\"'>")));
    EXPECT_THAT(html, HasSubstr("&lt;script&gt;"));
    EXPECT_THAT(html, HasSubstr("title=\"&quot;&#39;&gt;"));
}

TEST_F(Template, AnAddressOfAnotherKindLeadsNowhere)
{
    for (const auto* address : {"javascript:alert(1)", "data:text/html,x", "vbscript:x"}) {
        const auto html =
            shown(R"(<a href="{{X}}">x</a>)", [&](Dictionary& into) { into.text("X", address); });
        EXPECT_EQ(html, "<a href=\"#\">x</a>") << address;
    }
}

TEST_F(Template, StructuredDataEndsNothing)
{
    const auto html = shown(R"(<script type="application/ld+json">{{X:x-json_ld}}</script>)",
                            [](Dictionary& into) {
                                into.json_ld("X", {{"name", "</script><script>alert(1)"}});
                            });
    const auto from = html.find('>') + 1;
    const auto inside = html.substr(from, html.rfind('<') - from);
    EXPECT_THAT(inside, Not(HasSubstr("<")));
    EXPECT_EQ(nlohmann::json::parse(inside)["name"], "</script><script>alert(1)");
}

TEST_F(Template, APartKnowsItsOwnMarkersOnly)
{
    const auto html =
        shown("{{#EACH}}<i>{{TEXT}}{{OUTER}}</i>{{/EACH}}{{>PART}}", [](Dictionary& into) {
            into.text("OUTER", "o");
            into.each_text("EACH", {"<1>", "2"});
            into.content("PART", "part.html",
                         [](Dictionary& inner) { inner.text("INNER", "<i>"); });
        });
    EXPECT_EQ(html, "<i>&lt;1&gt;o</i><i>2o</i><b>&lt;i&gt;</b>");
}

TEST_F(Template, SaysWhatIsKnownAtStartInItsLanguage)
{
    const Templates templates({{"x.html", "<p>{{t x.greeting}}</p><a href=\"{{to /services}}\">"}},
                              sentences, assets);
    const auto nothing = [](Dictionary&) {};
    EXPECT_EQ(templates.shown("x.html", Language::fr, nothing),
              "<p>Bonjour &lt;L&#39;Atelier&gt;</p><a href=\"/services\">");
    EXPECT_EQ(templates.shown("x.html", Language::en, nothing),
              "<p>Hello &lt;L&#39;Atelier&gt;</p><a href=\"/en/services\">");
}

TEST(TemplateRules, ForbidWhatThePolicyForbids)
{
    for (const auto* html :
         {"<p>Bonjour</p>", "<p style=\"color: red\"></p>", "<a onclick=\"x()\"></a>",
          "<script>x()</script>", "<style></style>", "<p>{{X:none}}</p>", "<a href={{X}}></a>",
          "<img alt=\"Une image\">", "{{=<% %>=}}"})
        EXPECT_THAT(faults_in(html), Not(IsEmpty())) << html;
    EXPECT_THAT(faults_in("<p class=\"x\">{{t a.b}} · {{X}}</p><img alt=\"{{X}}\">"), IsEmpty());
}

TEST(TemplateMarkers, AreHeldAgainstTheViews)
{
    std::vector<std::string> faults;
    const auto named = markers_in("{{A}}{{#S}}{{A}}{{B}}{{/S}}{{C}}", faults);
    EXPECT_THAT(faults, IsEmpty());
    const auto filled = markers_of({"", [](Dictionary& into) {
                                        into.text("A", "");
                                        into.each_text("S", {});
                                        into.text("D", "");
                                    }});
    EXPECT_THAT(differences(named, filled),
                UnorderedElementsAre("{{C}} is filled by nobody", "{{B}} is filled by nobody",
                                     "S/TEXT is filled and not shown",
                                     "D is filled and not shown"));
}

TEST(TemplateMarkers, EndWhatTheyBegin)
{
    for (const auto* html : {"{{#A}}", "{{/A}}", "{{#A}}{{#B}}{{/A}}{{/B}}"}) {
        std::vector<std::string> faults;
        markers_in(html, faults);
        EXPECT_THAT(faults, Not(IsEmpty())) << html;
    }
}

TEST(TheSite, CanBeShown)
{
    EXPECT_NO_THROW(the_site());
}

/// Whatever is linked to by its path is a page of the site.
TEST(TheSite, LinksToPagesThatAreThere)
{
    std::vector<api::http::Route> pages;
    for (const auto& route : api::routes()) {
        if (route.language != Language::en)
            pages.push_back({std::string(route.method), std::string(route.pattern), {}});
    }
    const api::http::Router router(std::move(pages), false, false);
    static const std::regex linked(R"(\{\{to (/[^ }?#]*)[^}]*\}\})");
    int seen = 0;
    for (const auto& file : ops::embedded()) {
        if (!file.path.ends_with(".html")) continue;
        const std::string text(file.text);
        for (std::sregex_iterator at(text.begin(), text.end(), linked), end; at != end; ++at) {
            const auto match = router.find("GET", (*at)[1].str());
            const auto post = router.find("POST", (*at)[1].str());
            EXPECT_TRUE(match.route != nullptr || post.route != nullptr)
                << file.path << ": " << (*at)[1];
            ++seen;
        }
    }
    EXPECT_GT(seen, 10) << "the test reads the templates";
}

} // namespace

} // namespace tests
