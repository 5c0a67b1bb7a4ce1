// Signing in and out on the site.

#include "domain/access/credential_store.hpp"
#include "domain/access/totp.hpp"
#include "domain/accounts/account_store.hpp"
#include "tests/site/access_visits.hpp"

namespace tests {

namespace {

using namespace std::chrono_literals;

class SiteSignIn : public Visiting {
protected:
    Typed known = {{"email", email}, {"password", password}};
    std::string secret = domain::access::fresh_totp_secret();

    void SetUp() override { given_ana(); }

    void given_a_second_factor()
    {
        db.transaction([&](domain::Transaction& tx) {
            using namespace domain::accounts;
            const auto id = find_by_email(tx, Email::parse(email).value()).value().id;
            domain::access::write_totp(tx, id, secret);
            domain::access::confirm_totp(tx, id);
        });
    }

    std::string code() const { return domain::access::code_at(secret, now); }

    Answer sign_in_to(const std::string& next, const std::string& path = "/sign-in")
    {
        auto typed = known;
        typed.emplace_back("next", next);
        return send(path, typed);
    }

    Answer give_code(const Answer& page, const std::string& given)
    {
        return send("/sign-in/code", {{"ticket", value_in(page, "ticket")},
                                      {"next", value_in(page, "next")},
                                      {"code", given}});
    }

    bool is_signed_in(const std::string& cookie)
    {
        return !cookie.empty() && get_with("/v1/me", cookie).status == 200;
    }
};

TEST_F(SiteSignIn, GivesTheCookieThatTheApiGives)
{
    const auto opened = send("/sign-in", known);

    EXPECT_EQ(opened.status, 303);
    EXPECT_TRUE(opened.bytes.empty());
    const auto cookie = opened.header("set-cookie");
    for (const auto* word : {"__Host-entremise=", "HttpOnly", "SameSite=Lax", "Secure", "Path=/"})
        EXPECT_NE(cookie.find(word), std::string::npos) << word;
    EXPECT_TRUE(is_signed_in(cookie_of(opened)));
    EXPECT_EQ(get("/sign-in").header("set-cookie"), "") << "none before (RT-12)";
}

TEST_F(SiteSignIn, LeadsWhereOneWantedToGo)
{
    EXPECT_EQ(value_in(get("/sign-in?next=%2Forders%2Ford_1%3Fa%3Db"), "next"),
              "/orders/ord_1?a=b");
    EXPECT_EQ(sign_in_to("/orders/ord_1?a=b").header("location"), "/orders/ord_1?a=b");
    EXPECT_EQ(sign_in_to("/en/account", "/en/sign-in").header("location"), "/en/account");
    EXPECT_EQ(sign_in_to("").header("location"), "/dashboard");
}

TEST_F(SiteSignIn, LeadsNowhereElse)
{
    for (const auto* elsewhere :
         {"https://evil.example/", "//evil.example/", "/\\evil.example", "\\\\evil.example",
          "javascript:alert(1)", "/%0d%0aset-cookie: a=b", "evil", "/v1/me", "/en//evil.example",
          "///evil.example"}) {
        const auto opened = sign_in_to(elsewhere);
        const auto location = opened.header("location");
        EXPECT_EQ(opened.status, 303) << elsewhere;
        EXPECT_TRUE(location.starts_with("/") && !location.starts_with("//")) << location;
        EXPECT_EQ(location.find("evil.example"), std::string::npos) << location;
    }
}

TEST_F(SiteSignIn, SaysTheSameOfEveryWrongPair)
{
    const auto wrong = send("/sign-in", {{"email", email}, {"password", "le mauvais secret"}});
    const auto unknown =
        send("/sign-in", {{"email", "nobody@example.org"}, {"password", "le mauvais secret"}});

    for (const auto* page : {&wrong, &unknown}) {
        EXPECT_EQ(page->status, 422);
        EXPECT_TRUE(says(*page, "Adresse ou mot de passe inconnus"));
        EXPECT_FALSE(says(*page, "mauvais secret"));
        EXPECT_EQ(page->header("set-cookie"), "");
    }
    EXPECT_EQ(value_in(wrong, "email"), email);
    EXPECT_EQ(send("/sign-in", {{"email", "x"}}).status, 422);
}

TEST_F(SiteSignIn, SaysHowLongToWait)
{
    const std::map<std::string, std::string> network = {{"x-real-ip", "198.51.100.7"}};
    const Typed wrong = {{"email", email}, {"password", "le mauvais secret"}};
    auto answer = send("/sign-in", wrong, network);
    for (int tries = 0; tries < 200 && answer.status == 422; ++tries)
        answer = send("/sign-in", wrong, network);

    EXPECT_EQ(answer.status, 429);
    EXPECT_FALSE(answer.header("retry-after").empty());
    EXPECT_EQ(value_in(answer, "email"), email);
}

TEST_F(SiteSignIn, AsksForTheCodeWithTheTicketOutOfTheAddress)
{
    given_a_second_factor();
    const auto page = sign_in_to("/account/security");

    ASSERT_EQ(page.status, 200);
    EXPECT_EQ(page.header("set-cookie"), "");
    EXPECT_EQ(page.header("location"), "");
    EXPECT_NE(value_in(page, "ticket"), "");
    EXPECT_FALSE(says(page, "chevaux"));
    EXPECT_TRUE(says(page, "autocomplete=\"one-time-code\""));

    const auto wrong = give_code(page, "000000");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_EQ(value_in(wrong, "ticket"), value_in(page, "ticket"));
    EXPECT_EQ(value_in(wrong, "code"), "");

    const auto opened = give_code(wrong, code());
    EXPECT_EQ(opened.status, 303) << opened.bytes;
    EXPECT_EQ(opened.header("location"), "/account/security");
    EXPECT_TRUE(is_signed_in(cookie_of(opened)));
}

TEST_F(SiteSignIn, BeginsAnewWhenTheTicketIsOver)
{
    given_a_second_factor();
    const auto page = sign_in_to("/account/security");
    now += 6min;

    const auto late = give_code(page, code());

    EXPECT_EQ(late.status, 422);
    EXPECT_TRUE(fields_in(late).contains("password"));
    EXPECT_EQ(value_in(late, "next"), "/account/security");
    EXPECT_EQ(get("/sign-in/code").header("location"), "/sign-in");
}

TEST_F(SiteSignIn, WorksBesideSomebodySignedIn)
{
    const auto cookie = cookie_of(send("/sign-in", known));

    const auto page = get_with("/sign-in?next=%2Forders%2Ford_9", cookie);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, "href=\"/orders/ord_9\""));
    EXPECT_EQ(send("/sign-in", known, {{"cookie", cookie}}).status, 303);
}

TEST_F(SiteSignIn, TakesFormsOfOurOwnPagesOnly)
{
    EXPECT_EQ(send("/sign-in", known, {{"origin", "https://evil.example"}}).status, 403);
    EXPECT_EQ(send("/sign-in", known, {{"origin", ""}}).status, 403);
    const auto own = send("/sign-in", known, {{"origin", ""}, {"sec-fetch-site", "same-origin"}});
    EXPECT_EQ(own.status, 303);
    EXPECT_TRUE(is_signed_in(cookie_of(own)));
}

TEST_F(SiteSignIn, SignsOutWithTheTokenOfThePage)
{
    const auto cookie = cookie_of(send("/sign-in", known));
    EXPECT_EQ(send("/sign-out", {}, {{"cookie", cookie}}).status, 403);
    ASSERT_TRUE(is_signed_in(cookie));

    const auto page = get_with("/sign-out", cookie);
    const auto left = send("/sign-out", {{"csrf", value_in(page, "csrf")}}, {{"cookie", cookie}});

    EXPECT_EQ(left.header("location"), "/sign-in?told=signed_out");
    EXPECT_NE(left.header("set-cookie").find("Max-Age=0"), std::string::npos);
    EXPECT_FALSE(is_signed_in(cookie));
    EXPECT_EQ(send("/sign-out", {}, {{"cookie", cookie}}).status, 303) << "out already";
}

TEST_F(SiteSignIn, TellsWhatWasJustDone)
{
    EXPECT_TRUE(says(get("/sign-in?told=verified"), "Votre adresse est confirmée"));
    EXPECT_TRUE(says(get("/en/sign-in?told=verified"), "Your address is confirmed"));
    EXPECT_FALSE(says(get("/sign-in?told=%3Cscript%3E"), "<script>"));
}

} // namespace

} // namespace tests
