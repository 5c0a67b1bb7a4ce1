// What surrounds every page, and what becomes of what is posted to one: by pages of the test's own.

#include <gmock/gmock.h>

#include "api/pipeline/own_form.hpp"
#include "api/site/frame/form_view.hpp"
#include "api/site/frame/operation.hpp"
#include "api/site/frame/page_route.hpp"
#include "api/site/frame/refusal.hpp"
#include "api/site/frame/submitted.hpp"
#include "tests/support/people.hpp"

namespace tests {

namespace {

using namespace api::site::frame;
using api::App;
using api::Request;
using api::Response;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

/// A form that changes a first name, and asks for a password that the operation does not know.
Form trial_form()
{
    return {.action = Href::to("/trial"),
            .button = {"styleguide.save"},
            .fields = {{.name = "person.first_name",
                        .label = {"styleguide.name"},
                        .mandatory = true,
                        .autocomplete = "given-name",
                        .hint = {"styleguide.name_hint"}},
                       {.name = "password",
                        .label = {"styleguide.password"},
                        .kind = Kind::password,
                        .autocomplete = "current-password"}}};
}

Response show_trial(App& app, const Request& request)
{
    const auto me = answered(app, request, "read_me");
    const auto form = trial_form();
    return page(
        app, request, {.title = {"styleguide.title"}},
        drawn(app, request, form, {.values = values_of(form, me.body), .version = version_of(me)}));
}

Response post_trial(App& app, const Request& request)
{
    const auto form = trial_form();
    return performed(
        app, request, form, "edit_me",
        {.done = [&](const Response&) { return see_other(request, Href::to("/dashboard")); },
         .again =
             [&](const Filled& filled) {
                 return page(app, request, headed({.title = {"styleguide.title"}}, filled),
                             drawn(app, request, form, filled));
             }});
}

/// A public page without a form of its own.
int times_made = 0;
Response show_public(App& app, const Request& request)
{
    const auto make = [&] {
        ++times_made;
        return page(app, request,
                    {.title = {"styleguide.title"},
                     .description = {"styleguide.about"},
                     .is_public = true,
                     .structured = {{"@type", "Thing"}, {"name", "</script>"}}},
                    RefusalView{});
    };
    return kept(
        app, request, [] { return "1"; }, make);
}

/// Every actor of this test looks from a browser.
class SitePages : public Populated {
protected:
    SitePages()
    {
        times_made = 0;
        for (const auto& route : table) {
            bound.push_back({std::string(route.method), std::string(route.pattern),
                             [this, &route](const api::http::Request& request) {
                                 return api::answer(app, route, request);
                             },
                             route.place, route.body_max});
        }
        browser.emplace(bound);
    }

    /// Somebody's cookie, and the token that belongs to it.
    domain::access::OpenedSession cookie_of(const Someone& someone)
    {
        return db.transaction([&](domain::Transaction& tx) {
            const auto account = domain::accounts::maybe_find(tx, someone.id);
            return domain::access::sessions::open(
                tx, account.value(), domain::access::Channel::cookie, false, {"192.0.2.1", "test"});
        });
    }

    Answer look(const std::string& target, std::map<std::string, std::string> headers = {})
    {
        return called(*browser, "GET", target, "", {.headers = std::move(headers)});
    }

    Answer post_form(const std::string& target, const std::string& body,
                     std::map<std::string, std::string> headers)
    {
        headers["content-type"] = "application/x-www-form-urlencoded";
        return called(*browser, "POST", target, body, {.headers = std::move(headers)});
    }

    std::map<std::string, std::string> with_cookie(const domain::access::OpenedSession& session,
                                                   const std::string& origin)
    {
        return {{"cookie", "__Host-entremise=" + session.token}, {"origin", origin}};
    }

    /// What hidden field `name` of the page holds.
    static std::string hidden(const std::string& html, const std::string& name)
    {
        const auto before = "name=\"" + name + "\" value=\"";
        const auto at = html.find(before);
        if (at == html.npos) return "";
        const auto from = at + before.size();
        return html.substr(from, html.find('"', from) - from);
    }

    static std::string encoded(std::string text)
    {
        for (auto at = text.find('+'); at != text.npos; at = text.find('+'))
            text.replace(at, 1, "%2B");
        for (auto at = text.find('='); at != text.npos; at = text.find('='))
            text.replace(at, 1, "%3D");
        return text;
    }

    std::vector<api::Route> table =
        routes_of({{"GET", "/trial", "trial_page", api::Who::member, show_trial},
                   {"POST", "/trial", "trial_form", api::Who::member, post_trial},
                   {"GET", "/public", "public_page", api::Who::anyone, show_public}});
    std::vector<api::http::Route> bound;
    std::optional<Transport> browser;
    std::string home = platform.web_url;
};

TEST_F(SitePages, CarryWhatBrowsersAreToHoldThemTo)
{
    const auto answer = look("/public");
    ASSERT_EQ(answer.status, 200) << answer.bytes;
    EXPECT_EQ(answer.header("content-security-policy"),
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src "
              "'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri "
              "'none'; frame-ancestors 'none'");
    EXPECT_EQ(answer.header("referrer-policy"), "same-origin");
    for (const auto* header : {"permissions-policy", "cross-origin-opener-policy",
                               "cross-origin-resource-policy", "x-content-type-options"})
        EXPECT_FALSE(answer.header(header).empty()) << header;
    EXPECT_TRUE(answer.header("set-cookie").empty());
    EXPECT_EQ(answer.header("cache-control"), "public, max-age=60");
    EXPECT_THAT(answer.bytes, HasSubstr("<a class=\"skip\" href=\"#content\">"));
    EXPECT_THAT(answer.bytes, Not(HasSubstr("noindex")));
    EXPECT_THAT(answer.bytes, HasSubstr("\\u003c/script\\u003e"));
}

TEST_F(SitePages, HaveATwinInTheOtherLanguage)
{
    const auto french = look("/public?q=a%20b").bytes;
    const auto english = look("/en/public?q=a%20b").bytes;
    EXPECT_THAT(french, HasSubstr("<html lang=\"fr\">"));
    EXPECT_THAT(french, HasSubstr("href=\"/en/public?q=a%20b\" lang=\"en\""));
    EXPECT_THAT(english, HasSubstr("<html lang=\"en\">"));
    EXPECT_THAT(english, HasSubstr("href=\"/public?q=a%20b\" lang=\"fr\""));
    for (const auto& page : {french, english}) {
        EXPECT_THAT(page, HasSubstr("hreflang=\"en\" href=\"" + home + "/en/public\""));
        EXPECT_THAT(page, HasSubstr("hreflang=\"fr\" href=\"" + home + "/public\""));
    }
    EXPECT_THAT(english, HasSubstr("<link rel=\"canonical\" href=\"" + home + "/en/public\">"));
}

TEST_F(SitePages, AreKeptForVisitorsAndMadeForMembers)
{
    const auto first = look("/public");
    const auto again = look("/public");
    EXPECT_EQ(times_made, 1);
    EXPECT_EQ(first.bytes, again.bytes);
    EXPECT_EQ(look("/public", {{"if-none-match", first.header("etag")}}).status, 304);
    const auto compressed = look("/public", {{"accept-encoding", "gzip, br"}});
    EXPECT_EQ(compressed.header("content-encoding"), "br");
    EXPECT_LT(compressed.bytes.size(), first.bytes.size() / 2);
    EXPECT_EQ(times_made, 2);

    const auto ana = cookie_of(given_a_client());
    const auto hers = look("/public", with_cookie(ana, home));
    EXPECT_EQ(times_made, 3);
    EXPECT_EQ(hers.header("cache-control"), "no-store");
    EXPECT_TRUE(hers.header("etag").empty());
    EXPECT_TRUE(hers.header("content-encoding").empty());
    EXPECT_EQ(look("/public").bytes, first.bytes);
}

TEST_F(SitePages, LeadWhoeverIsNotSignedInToSigningIn)
{
    const auto answer = look("/en/trial?a=b");
    EXPECT_EQ(answer.status, 303);
    EXPECT_EQ(answer.header("location"), "/en/sign-in?next=%2Fen%2Ftrial%3Fa%3Db");
}

TEST_F(SitePages, TakeWhatTheirOwnFormPosts)
{
    const auto session = cookie_of(given_a_client());
    const auto shown = look("/trial", with_cookie(session, home)).bytes;
    EXPECT_THAT(shown, HasSubstr("noindex"));
    EXPECT_NE(hidden(shown, "csrf"),
              hidden(look("/trial", with_cookie(session, home)).bytes, "csrf"));
    const auto body = "person.first_name=Anna&key=" + hidden(shown, "key") +
                      "&version=" + hidden(shown, "version") +
                      "&csrf=" + encoded(hidden(shown, "csrf"));

    const auto done = post_form("/trial", body, with_cookie(session, home));
    EXPECT_EQ(done.status, 303) << done.bytes;
    EXPECT_EQ(done.header("location"), "/dashboard");
    const auto stale = post_form("/trial", body, with_cookie(session, home));
    EXPECT_EQ(stale.status, 412);
    EXPECT_THAT(stale.bytes, HasSubstr(stale.header("x-request-id")));
    EXPECT_THAT(look("/trial", with_cookie(session, home)).bytes, HasSubstr("value=\"Anna\""));
}

TEST_F(SitePages, RefuseWhatOthersPost)
{
    const auto session = cookie_of(given_a_client());
    const auto token = "&csrf=" + encoded(api::masked(session.csrf_token));
    const std::string body = "person.first_name=Eve&version=1";
    EXPECT_EQ(
        post_form("/trial", body + token, with_cookie(session, "https://evil.example")).status,
        403);
    EXPECT_EQ(post_form("/trial", body + token, with_cookie(session, "null")).status, 403);
    EXPECT_EQ(post_form("/trial", body, with_cookie(session, home)).status, 403);
    EXPECT_EQ(post_form("/trial", body + "&csrf=" + session.csrf_token, with_cookie(session, home))
                  .status,
              403);
    auto without_origin = with_cookie(session, home);
    without_origin.erase("origin");
    EXPECT_EQ(post_form("/trial", body + token, without_origin).status, 403);
    without_origin["sec-fetch-site"] = "cross-site";
    EXPECT_EQ(post_form("/trial", body + token, without_origin).status, 403);
    without_origin["sec-fetch-site"] = "same-origin";
    EXPECT_NE(post_form("/trial", body + token, without_origin).status, 403);
    // Nobody is signed in: the origin alone is what it stands on.
    EXPECT_EQ(post_form("/trial", body, {{"origin", "https://evil.example"}}).status, 403);
    EXPECT_EQ(post_form("/trial", body, {{"origin", home}}).status, 303);
}

TEST_F(SitePages, GiveARefusedFormBackWithoutItsSecrets)
{
    const auto session = cookie_of(given_a_client());
    const auto answer = post_form(
        "/en/trial",
        "person.first_name=%22%3E%3Cb%3E&password=open-sesame&key=12345678&version=1&csrf=" +
            encoded(api::masked(session.csrf_token)),
        with_cookie(session, home));
    ASSERT_EQ(answer.status, 422) << answer.bytes;
    EXPECT_THAT(answer.bytes, HasSubstr("value=\"&quot;&gt;&lt;b&gt;\""));
    EXPECT_THAT(answer.bytes, Not(HasSubstr("open-sesame")));
    EXPECT_THAT(answer.bytes, HasSubstr("<title>Error: "));
    EXPECT_THAT(answer.bytes, HasSubstr("<a href=\"#f-password\">"));
    EXPECT_THAT(answer.bytes, HasSubstr("aria-describedby=\"f-password-error\""));
    EXPECT_THAT(answer.bytes, HasSubstr("aria-describedby=\"f-person-first_name-hint"));
    EXPECT_EQ(hidden(answer.bytes, "key"), "12345678");
    EXPECT_EQ(hidden(answer.bytes, "version"), "1");
    EXPECT_LT(answer.bytes.find("id=\"summary\""), answer.bytes.find("<form class=\"stack\""));
}

TEST_F(SitePages, SayInAPageThatThereIsNone)
{
    const auto page = call("GET", "/en/nowhere", "", {.headers = {{"accept", "text/html,*/*"}}});
    EXPECT_EQ(page.status, 404);
    EXPECT_THAT(page.header("content-type"), StartsWith("text/html"));
    EXPECT_THAT(page.bytes, HasSubstr(page.header("x-request-id")));
    EXPECT_THAT(page.bytes, HasSubstr("<html lang=\"en\">"));
    EXPECT_EQ(get("/nowhere").header("content-type"), "application/problem+json");
    const auto operation =
        call("GET", "/v1/nowhere", "", {.headers = {{"accept", "text/html,*/*"}}});
    EXPECT_EQ(operation.header("content-type"), "application/problem+json");
}

TEST_F(SitePages, TakeForms)
{
    EXPECT_EQ(called(*browser, "POST", "/trial", "{}", {.headers = {{"origin", home}}}).status,
              303);
    const auto session = cookie_of(given_a_client());
    auto headers = with_cookie(session, home);
    headers["content-type"] = "application/json";
    EXPECT_EQ(called(*browser, "POST", "/trial", "{}", {.headers = headers}).status, 403);
    const std::string much = "person.first_name=" + std::string(300 * 1024, 'a');
    EXPECT_EQ(post_form("/trial", much, {{"origin", home}}).status, 413);
}

TEST_F(SitePages, LoadFilesThatMayBeKeptForEver)
{
    const auto& style = app.site->assets().named("site.css");
    const auto plain = get(style.path);
    EXPECT_EQ(plain.status, 200);
    EXPECT_EQ(plain.bytes, style.bytes);
    EXPECT_EQ(plain.header("cache-control"), "public, max-age=31536000, immutable");
    const auto small = call("GET", style.path, "", {.headers = {{"accept-encoding", "br"}}});
    EXPECT_EQ(small.header("content-encoding"), "br");
    EXPECT_LE(small.bytes.size(), 8U * 1024);
    EXPECT_THAT(look("/public").bytes, HasSubstr(style.path));
    EXPECT_THAT(plain.bytes, Not(HasSubstr("asset:")));
}

TEST(PageCache, KeepsWithinItsBounds)
{
    PageCache cache(10'000);
    for (int i = 0; i < 100; ++i) {
        cache.keep(std::to_string(i),
                   std::make_shared<KeptPage>(KeptPage{"1", std::string(1000, 'x'), {}}));
        EXPECT_NE(cache.find("0", "1"), nullptr) << "what is used stays";
    }
    EXPECT_LE(cache.bytes(), 10'000U);
    EXPECT_EQ(cache.find("1", "1"), nullptr);
    EXPECT_NE(cache.find("99", "1"), nullptr);
    EXPECT_EQ(cache.find("99", "2"), nullptr) << "of another version";
}

} // namespace

} // namespace tests
