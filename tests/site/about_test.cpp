// What the site says of itself: true of this installation, whole in both languages, and nothing
// that an operator has not given.

#include <gmock/gmock.h>

#include <array>
#include <fstream>
#include <memory>
#include <set>

#include "api/site/about/packages.hpp"
#include "api/site/about/percent.hpp"
#include "domain/access/session.hpp"
#include "domain/core/words.hpp"
#include "domain/policy/policy.hpp"
#include "domain/terms/document_texts.hpp"
#include "tests/support/marketplace.hpp"

namespace tests {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class About : public Marketplace {
protected:
    std::string page(const std::string& path)
    {
        const auto answer = get(path);
        EXPECT_EQ(answer.status, 200) << path;
        return answer.bytes;
    }

    /// The site of an operator who is still at work on it.
    std::unique_ptr<api::site::frame::Site> in_development()
    {
        auto brand = platform;
        brand.brand.development = true;
        return std::make_unique<api::site::frame::Site>(ops::site_material({}, brand));
    }
};

constexpr std::array pages = {"/how-it-works",   "/become-a-provider", "/ranking",
                              "/reviews-policy", "/legal-notice",      "/terms",
                              "/privacy",        "/cookies",           "/accessibility",
                              "/mediator",       "/contact",           "/licences"};

TEST_F(About, EveryPageIsThereInBothLanguagesUnderATitleOfItsOwn)
{
    std::set<std::string> titles;
    for (const auto* path : pages) {
        for (const auto* prefix : {"", "/en"}) {
            const auto html = page(prefix + std::string(path));
            const auto from = html.find("<title>");
            titles.insert(html.substr(from, html.find("</title>") - from));
            EXPECT_THAT(html, HasSubstr("<h1>")) << path;
            EXPECT_THAT(html, Not(HasSubstr("method=\"post\""))) << path;
            EXPECT_EQ(html.find("<h1>"), html.rfind("<h1>")) << path;
        }
    }
    EXPECT_EQ(titles.size(), 2 * pages.size() - 3) << "contact, cookies and licences are one word";
}

TEST_F(About, TheTermsOfBusinessAreThoseOfTheConfiguration)
{
    platform.commission_rate = domain::BasisPoints{1250};
    platform.silence_validates = std::chrono::days{9};
    EXPECT_THAT(page("/how-it-works"), HasSubstr("12,5\u00a0%"));
    EXPECT_THAT(page("/en/become-a-provider"), HasSubstr("12.5%"));
    EXPECT_THAT(page("/en/how-it-works"), HasSubstr("9 days after delivery"));
    using api::site::about::percent;
    EXPECT_EQ(percent(domain::BasisPoints{1000}, domain::Language::en), "10%");
    EXPECT_EQ(percent(domain::BasisPoints{1205}, domain::Language::en), "12.05%");
}

TEST_F(About, TheLegalNoticeTellsWhatIsGivenAndNothingElse)
{
    platform.company.publisher.director = "Camille <Martin>";
    platform.company.publisher.host = {"Hôte SAS", "2 rue de la Paix, Paris", ""};
    const auto html = page("/legal-notice");
    EXPECT_THAT(html, HasSubstr("Entremise Démo SAS"));
    EXPECT_THAT(html, HasSubstr("RCS Paris 732829320"));
    EXPECT_THAT(html, HasSubstr("1 rue de la Paix, 75002 Paris"));
    EXPECT_THAT(html, HasSubstr("Camille &lt;Martin&gt;"));
    EXPECT_THAT(html, HasSubstr("Hôte SAS"));
    EXPECT_THAT(html, Not(HasSubstr("[company]")));
    EXPECT_THAT(html, Not(HasSubstr("Téléphone")));
}

TEST_F(About, WhatTheLawWantsAndIsNotGivenIsToldInDevelopmentOnly)
{
    EXPECT_THAT(page("/mediator"), Not(HasSubstr("[company]")));
    EXPECT_THAT(page("/mediator"), HasSubstr("contact@entremise.example"));
    const auto site = in_development();
    app.site = site.get();
    const auto notice = page("/legal-notice");
    for (const auto* key : {"phone", "publication_director", "host_name", "host_phone"})
        EXPECT_THAT(notice, HasSubstr("[company] " + std::string(key)));
    EXPECT_THAT(page("/mediator"), HasSubstr("[company] mediator_name"));
    app.site = &the_site();
}

TEST_F(About, TheMediatorIsNamedOnceThereIsOne)
{
    platform.company.publisher.mediator = {"Médiation", "3 rue de la Paix, Paris",
                                           "https://mediation.example"};
    EXPECT_THAT(page("/mediator"), HasSubstr("href=\"https://mediation.example\""));
}

TEST_F(About, TheContactsOfTheDsaAreTheCompanysUnlessOthersAreGiven)
{
    EXPECT_THAT(page("/contact"), HasSubstr("contact@entremise.example"));
    app.site->cache().clear();
    platform.company.publisher.officer_email = "donnees@entremise.example";
    platform.company.publisher.contact_point = {"autorites@entremise.example", "", {"fr", "de"}};
    EXPECT_THAT(page("/contact"), HasSubstr("donnees@entremise.example"));
    const auto notice = page("/legal-notice");
    EXPECT_THAT(notice, HasSubstr("autorites@entremise.example"));
    EXPECT_THAT(notice, HasSubstr("français, allemand"));
    EXPECT_THAT(page("/en/contact"), HasSubstr("French, German"));
}

TEST_F(About, EveryTextIsShownWithItsVersionAndFingerprint)
{
    const auto list = page("/terms");
    for (const auto document : domain::terms::all_documents) {
        const std::string kind(domain::terms::name(document));
        EXPECT_THAT(list, HasSubstr("href=\"/terms/" + kind + "\""));
        const auto text = get("/v1/terms/" + kind).body;
        const auto html = page("/terms/" + kind);
        EXPECT_THAT(html, HasSubstr(text["sha256"].get<std::string>())) << kind;
        EXPECT_THAT(html, HasSubstr(text["version"].get<std::string>())) << kind;
    }
    EXPECT_EQ(get("/terms/nothing").status, 404);
    EXPECT_THAT(page("/en/terms/terms"), HasSubstr("TERMS OF USE"));
}

TEST_F(About, ThePeriodsAreThoseThatThePolicyKeeps)
{
    const auto html = page("/en/privacy");
    EXPECT_THAT(html, HasSubstr("Invoices and credit notes"));
    EXPECT_THAT(html, HasSubstr("10 years"));
    EXPECT_THAT(html, HasSubstr("5 years, 6 months")) << "moderation";
    EXPECT_THAT(html, HasSubstr("Code de commerce L123-22"));
    EXPECT_THAT(html, HasSubstr("CNIL"));
    // Every word that a policy can use has a sentence, or the page could not be made.
    const auto& sentences = app.site->sentences();
    for (const auto& rule : policy.retention().rules()) {
        const bool is_said = rule.declared || sentences.has("about_privacy.rule_" + rule.id);
        EXPECT_TRUE(is_said) << rule.id;
    }
    for (const auto first : domain::names_of<domain::policy::Start>())
        EXPECT_TRUE(sentences.has("about_privacy.from_" + std::string(first))) << first;
    for (const auto action : domain::names_of<domain::policy::Action>())
        EXPECT_TRUE(sentences.has("about_privacy.then_" + std::string(action))) << action;
}

TEST_F(About, TheOnlyCookieIsTheOneThatIsSet)
{
    EXPECT_THAT(page("/cookies"), HasSubstr("<code>__Host-entremise</code>"));
    EXPECT_THAT(page("/en/cookies"), HasSubstr("30 days at most, and 30 minutes"));
    EXPECT_EQ(domain::access::session_at_most, std::chrono::days{30});
    for (const auto* path : pages)
        EXPECT_EQ(get(path).headers.count("set-cookie"), 0U) << path;
}

TEST_F(About, EveryProblemThatAnAnswerNamesHasItsPage)
{
    for (const auto refusal : domain::values_of<domain::Refusal>()) {
        const std::string name(code(refusal));
        for (const auto* prefix : {"", "/en"}) {
            const auto html = page(prefix + std::string("/problems/") + name);
            EXPECT_THAT(html, HasSubstr("<code>" + name + "</code>"));
            EXPECT_THAT(html, HasSubstr("<dd>" + std::to_string(status(refusal)) + "</dd>"));
        }
    }
    page("/problems/internal_error");
    EXPECT_EQ(get("/problems/no_such_thing").status, 404);
    const auto refused = get("/v1/terms/nothing").body;
    page(refused["type"].get<std::string>());
}

/// What is in a list of packages, one a line.
std::set<std::string> packages_in(const std::string& path)
{
    std::set<std::string> packages;
    std::ifstream file(SOURCE_DIR "/" + path);
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line.front() != '#') packages.insert(line);
    }
    return packages;
}

TEST_F(About, WhatShipsIsNamedWithItsLicence)
{
    auto packages = packages_in("ops/packages.txt");
    const auto html = page("/licences");
    for (const auto& library : api::site::about::libraries) {
        EXPECT_EQ(packages.erase(std::string(library.package)), 1U) << library.package;
        EXPECT_THAT(html, HasSubstr("<code>" + std::string(library.package) + "</code>"));
    }
    // What is left builds, tests or is a program beside ours: nothing of it is in the product.
    for (const auto* tool : {"build-essential",
                             "cmake",
                             "ninja-build",
                             "pkg-config",
                             "ccache",
                             "mold",
                             "git",
                             "ca-certificates",
                             "tzdata",
                             "libgtest-dev",
                             "libgmock-dev",
                             "librapidcheck-dev",
                             "curl",
                             "jq",
                             "python3",
                             "sqlite3",
                             "postgresql",
                             "nginx-light",
                             "openssl",
                             "qpdf",
                             "poppler-utils",
                             "unzip",
                             "brotli"})
        packages.erase(tool);
    EXPECT_THAT(packages, ::testing::IsEmpty()) << "each has its line in packages.hpp";
    EXPECT_THAT(html, HasSubstr("Bricolage Grotesque"));
    EXPECT_THAT(html, HasSubstr("OFL-1.1"));
}

TEST_F(About, AnOperatorsOwnWordsGoBeforeOurs)
{
    const api::site::frame::Sentences::Texts own = {
        {"site/about_ranking.json",
         R"({"lead": {"fr": "Nos mots à nous.", "en": "Our own words."}})"}};
    api::site::frame::Site site(ops::site_material(own, platform));
    EXPECT_NE(site.sentences().hash(), the_site().sentences().hash());
    app.site = &site;
    EXPECT_THAT(page("/en/ranking"), HasSubstr("Our own words."));
    EXPECT_THAT(page("/ranking"), HasSubstr("Nos mots à nous."));
    app.site = &the_site();
}

TEST_F(About, TheBuiltInMarketplaceSpeaksOfItsOwnTrade)
{
    const auto own = ops::PolicyFolder("retouche").sentences();
    EXPECT_TRUE(own.contains("site/about_how.json"));
    api::site::frame::Site site(ops::site_material(own, platform));
    app.site = &site;
    EXPECT_THAT(page("/how-it-works"), HasSubstr("retoucheurs"));
    app.site = &the_site();
    EXPECT_THAT(page("/how-it-works"), Not(HasSubstr("retoucheurs")));
}

} // namespace

} // namespace tests
