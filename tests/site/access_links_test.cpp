// Where the links of access mails lead.

#include "tests/site/access_visits.hpp"

namespace tests {

namespace {

class SiteLinks : public Visiting {
protected:
    const std::string fresh = "quatre tortues vertes dansent";

    void SetUp() override { given_ana(); }

    /// The path of the link in the last mail to an address, as it is written there.
    std::string link_mailed_to(const std::string& address)
    {
        run_jobs();
        const auto text = readable(mailbox.to(address).back());
        const auto from = text.find(platform.web_url + "/");
        const auto path = from + platform.web_url.size();
        return text.substr(path, text.find_first_of("\r\n", from) - path);
    }

    std::string link_of_a_reset()
    {
        send("/password-reset", {{"email", email}});
        return link_mailed_to(email);
    }

    int signs_in_with(const std::string& secret)
    {
        return send("/sign-in", {{"email", email}, {"password", secret}}).status;
    }
};

TEST_F(SiteLinks, AResetIsPromisedAlikeToEverybody)
{
    const auto known = send("/password-reset", {{"email", email}});
    const auto unknown = send("/password-reset", {{"email", "nobody@example.org"}});

    EXPECT_EQ(known.status, 303);
    EXPECT_EQ(known.header("location"), "/password-reset/sent");
    EXPECT_EQ(unknown.header("location"), known.header("location"));
    EXPECT_EQ(unknown.bytes, known.bytes);
    EXPECT_EQ(get("/password-reset/sent").status, 200);
    EXPECT_EQ(send("/password-reset", {{"email", "x"}}).status, 422);
    EXPECT_EQ(send("/password-reset", {{"email", email}}, {{"origin", ""}}).status, 403);
}

TEST_F(SiteLinks, AResetSetsThePasswordOnce)
{
    const auto link = link_of_a_reset();
    const auto page = get(link);
    ASSERT_EQ(page.status, 200) << link;
    EXPECT_EQ(get(link).status, 200) << "opening it changes nothing";
    EXPECT_EQ(signs_in_with(password), 303);

    const auto weak =
        send("/password-reset/new", {{"token", value_in(page, "token")}, {"password", "court"}});
    EXPECT_EQ(weak.status, 422);
    EXPECT_TRUE(says(weak, "au moins 12 caractères"));
    const Typed typed = {{"token", value_in(weak, "token")}, {"password", fresh}};
    EXPECT_EQ(send("/password-reset/new", typed).header("location"), "/sign-in?told=password");
    EXPECT_EQ(signs_in_with(fresh), 303);
    EXPECT_EQ(signs_in_with(password), 422);

    const auto dead = send("/password-reset/new", typed);
    EXPECT_EQ(dead.status, 422);
    EXPECT_TRUE(says(dead, "href=\"/password-reset\"")) << "a way on";
    EXPECT_FALSE(fields_in(dead).contains("password"));
}

TEST_F(SiteLinks, OddOnesAreDeadAndLeadOn)
{
    for (const std::string page : {"/email-verification", "/email-change"}) {
        EXPECT_EQ(get(page).status, 404) << page;
        EXPECT_TRUE(says(get(page), "Ce lien ne fonctionne plus")) << page;
    }
    for (const std::string page :
         {"/email-verification", "/email-change", "/password-reset", "/password-reset/new"}) {
        EXPECT_EQ(get(page + "?token=short").status, 404) << page;
        const auto hostile = get(page + "?token=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
        EXPECT_EQ(hostile.status, 404) << page;
        EXPECT_FALSE(says(hostile, "<script>alert"));
    }
    EXPECT_EQ(get("/password-reset").status, 200);
}

TEST_F(SiteLinks, AWrongPasswordConfirmsNothing)
{
    sign_up("lea@example.org");
    const auto link = link_mailed_to("lea@example.org");
    const auto token = value_in(get(link), "token");

    const auto wrong =
        send("/email-verification", {{"token", token}, {"password", "le mauvais secret"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_EQ(value_in(wrong, "token"), token);
    EXPECT_FALSE(says(wrong, "mauvais secret"));
    EXPECT_EQ(send("/email-verification", {{"token", token}, {"password", password}},
                   {{"origin", "https://evil.example"}})
                  .status,
              403);

    const auto right = send("/email-verification", {{"token", token}, {"password", password}});
    EXPECT_EQ(right.header("location"), "/sign-in?told=verified");
}

TEST_F(SiteLinks, ADoubleClickConfirmsOnceAndSaysSoTwice)
{
    sign_up("lea@example.org");
    const auto token = value_in(get(link_mailed_to("lea@example.org")), "token");
    const Typed typed = {{"token", token}, {"password", password}, {"key", domain::uuid_v4()}};
    for (const auto* time : {"once", "twice"})
        EXPECT_EQ(send("/email-verification", typed).status, 303) << time;
}

TEST_F(SiteLinks, ANewAddressIsProvedWhoeverIsSignedIn)
{
    const auto cookie = cookie_of(send("/sign-in", {{"email", email}, {"password", password}}));
    post("/v1/me/email", {{"email", "ana@example.net"}, {"password", password}}, signed_in());
    const auto link = link_mailed_to("ana@example.net");
    EXPECT_EQ(get("/en" + link).status, 200);
    const auto token = value_in(get_with(link, cookie), "token");

    EXPECT_EQ(send("/email-change", {{"token", token}}, {{"cookie", cookie}}).status, 422)
        << "the password, not the session";
    const auto done =
        send("/email-change", {{"token", token}, {"password", password}}, {{"cookie", cookie}});

    EXPECT_EQ(done.header("location"), "/sign-in?told=changed");
    EXPECT_EQ(signs_in_with(password), 422);
    EXPECT_EQ(send("/sign-in", {{"email", "ana@example.net"}, {"password", password}}).status, 303);
}

TEST_F(SiteLinks, AreInTheLanguageOfWhoeverGetsThem)
{
    const auto bearer = signed_in();
    const auto changed =
        patch("/v1/me", {{"language", "en"}}, bearer, get("/v1/me", bearer).header("etag"));
    ASSERT_EQ(changed.status, 200) << changed.bytes;

    const auto link = link_of_a_reset();

    EXPECT_TRUE(link.starts_with("/en/password-reset/new?token=")) << link;
    EXPECT_TRUE(says(get(link), "Your new password"));
}

} // namespace

} // namespace tests
