// What signs one in, in a browser: sessions, password, address, second factor.

#include "domain/access/credentials.hpp"
#include "tests/site/account_forms.hpp"
#include "tests/support/trading.hpp"

namespace tests {

namespace {

class SecurityPages : public WithForms<Trading> {
protected:
    SecurityPages() { give_a_password(ana); }

    std::size_t sessions_of(const Someone& someone)
    {
        return get("/v1/sessions", someone.bearer).body["items"].size();
    }
    /// The text between the tags of the first `element` of a page.
    static std::string inside(const std::string& html, const std::string& element)
    {
        const auto opened = html.find("<" + element);
        const auto from = html.find('>', opened) + 1;
        return html.substr(from, html.find('<', from) - from);
    }
    /// Sets ana's second factor as she would; its secret.
    /// What a browser holds in which `who` has signed in.
    std::string cookie_of(const Someone& who)
    {
        const auto opened =
            call("POST", "/v1/sessions",
                 json{{"email", who.email}, {"password", somebodys_password}, {"channel", "cookie"}}
                     .dump(),
                 {.headers = {{"origin", platform.web_url}}});
        EXPECT_EQ(opened.status, 201);
        const auto cookie = opened.header("set-cookie");
        return cookie.substr(0, cookie.find(';'));
    }

    std::string set_factor()
    {
        const std::string path = "/account/security/second-factor";
        const auto begun = submit(path, {{"password", somebodys_password}}, ana);
        EXPECT_EQ(begun.status, 200);
        return inside(begun.bytes, "code");
    }
};

TEST_F(SecurityPages, ListSessionsAndEndOthers)
{
    const auto here = ana.bearer;
    sign_in_again(ana);
    const Someone first{ana.id, ana.email, here};
    ASSERT_EQ(sessions_of(ana), 2U);
    const auto page = get("/account/security", ana.bearer);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, ana.email));

    const auto listed = get("/v1/sessions", ana.bearer).body["items"];
    for (const auto& session : listed) {
        const auto action = "/account/security/sessions/" + text(session) + "/end";
        EXPECT_EQ(says(page, action), !session["current"].get<bool>()) << "others alone";
        if (session["current"]) continue;
        EXPECT_EQ(leads_to(submit("/account/security", action, {}, ana)),
                  "/account/security?done=ended");
    }
    EXPECT_EQ(sessions_of(ana), 1U);
    EXPECT_EQ(get("/v1/me", first.bearer).status, 401);
}

TEST_F(SecurityPages, EndNobodyElsesSession)
{
    const auto bens = text(get("/v1/sessions", ben.bearer).body["items"][0]);
    const auto answer =
        submit("/account/security", "/account/security/sessions/" + bens + "/end", {}, ana);
    EXPECT_EQ(answer.status, 404);
    EXPECT_EQ(get("/v1/me", ben.bearer).status, 200);
}

TEST_F(SecurityPages, EndEverySession)
{
    const auto gone = submit("/account/security", "/account/security/sessions/end", {}, ana);
    EXPECT_EQ(leads_to(gone), "/account/ended?after=sessions");
    EXPECT_NE(gone.header("set-cookie").find("Max-Age=0"), std::string::npos);
    EXPECT_EQ(get("/v1/me", ana.bearer).status, 401);
    EXPECT_EQ(get("/account/ended?after=sessions").status, 200);
    EXPECT_EQ(get("/account/ended?after=nothing").status, 404);
}

TEST_F(SecurityPages, ChangeThePasswordAndSignOut)
{
    const std::string page = "/account/security/password";
    const auto wrong = submit(
        page, {{"current_password", "not it"}, {"password", "quatre loups gris chantent"}}, ana);
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(says(wrong, "aria-invalid"));
    EXPECT_FALSE(says(wrong, "quatre loups")) << "secrets never come back";

    const auto done = submit(
        page,
        {{"current_password", somebodys_password}, {"password", "quatre loups gris chantent"}},
        ana);
    EXPECT_EQ(leads_to(done), "/account/ended?after=password");
    EXPECT_EQ(get("/v1/me", ana.bearer).status, 401);
    EXPECT_EQ(
        post("/v1/sessions", {{"email", ana.email}, {"password", "quatre loups gris chantent"}})
            .status,
        201);
}

TEST_F(SecurityPages, WriteToANewAddressBeforeItCounts)
{
    const auto asked =
        submit("/account/security/email",
               {{"email", "ana.neu@example.org"}, {"password", somebodys_password}}, ana);
    EXPECT_EQ(leads_to(asked), "/account/security?done=email");
    mailbox.mails.clear();
    run_jobs();
    EXPECT_EQ(mailbox.to("ana.neu@example.org").size(), 1U);
    EXPECT_EQ(get("/v1/me", ana.bearer).body["email"], ana.email);
}

TEST_F(SecurityPages, SetASecondFactorByItsPicture)
{
    const auto wrong = submit("/account/security/second-factor", {{"password", "not it"}}, ana);
    EXPECT_EQ(wrong.status, 422);
    EXPECT_FALSE(says(wrong, "<svg viewBox=\"0 0 ")) << "no secret without a proof";

    const auto secret = set_factor();
    ASSERT_GE(secret.size(), 16U);
    const std::string confirmation = "/account/security/second-factor/confirmation";
    const auto refused = submit("/account/security", confirmation, {{"code", "000000"}}, ana);
    EXPECT_EQ(refused.status, 422);
    EXPECT_FALSE(says(refused, secret)) << "shown once";

    const auto done = submit("/account/security", confirmation, {{"code", code_of(ana)}}, ana);
    EXPECT_EQ(done.status, 200) << done.bytes;
    EXPECT_NE(done.header("cache-control").find("no-store"), std::string::npos);
    const auto second = [&] {
        return db.read([&](domain::Transaction& tx) {
            return domain::access::credentials_of(tx, ana.id).totp_confirmed;
        });
    };
    EXPECT_TRUE(second());
    EXPECT_EQ(get("/v1/me", ana.bearer).status, 401) << "other sessions end";
}

TEST_F(SecurityPages, AreThereForTheHouseToo)
{
    const auto sam = given_staff();
    for (const std::string path :
         {"/dashboard", "/account", "/account/security", "/account/security/password",
          "/account/security/second-factor", "/account/mails", "/account/privacy"}) {
        EXPECT_EQ(get(path, sam.bearer).status, 200) << path;
        EXPECT_EQ(leads_to(get(path)).find("/sign-in?next="), 0U) << path;
    }
}

TEST_F(SecurityPages, TakeNoFormOfAnotherSite)
{
    const auto cookie = cookie_of(ana);
    const Posted fields{{"key", domain::uuid_v4()}};
    auto forged = as_a_form("", fields);
    forged.headers["cookie"] = cookie;
    EXPECT_EQ(call("POST", "/account/security/sessions/end", urlencoded(fields), forged).status,
              403)
        << "ours, without the token";
    forged.headers.erase("sec-fetch-site");
    EXPECT_EQ(call("POST", "/account/security/sessions/end", urlencoded(fields), forged).status,
              403);
    forged.headers["origin"] = "https://elsewhere.example";
    EXPECT_EQ(call("POST", "/account/security/sessions/end", urlencoded(fields), forged).status,
              403);
    EXPECT_EQ(call("GET", "/v1/me", "", {.headers = {{"cookie", cookie}}}).status, 200);
}

TEST_F(SecurityPages, KeepWhatOneWantsToBeWritten)
{
    const auto page = get("/account/mails", ana.bearer);
    EXPECT_EQ(page.status, 200);
    const auto saved =
        submit("/account/mails", {{"quote", "true"}, {"payment", "true"}}, ana); // boxes ticked
    EXPECT_EQ(leads_to(saved), "/account/mails?done=saved");
    const auto now_wanted = get("/v1/me/mail-preferences", ana.bearer).body;
    EXPECT_EQ(now_wanted,
              (json{{"message", false}, {"quote", true}, {"payment", true}, {"review", false}}));
}

} // namespace

} // namespace tests
