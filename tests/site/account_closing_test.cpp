// Leaving in a browser: what it costs is said first, the password is asked, and it is done once.

#include "tests/site/account_forms.hpp"
#include "tests/support/trading.hpp"

namespace tests {

namespace {

class ClosingPages : public WithForms<Trading> {
protected:
    ClosingPages() { give_a_password(ana); }
    Answer close(const std::string& password)
    {
        return submit("/account/closing", {{"password", password}}, ana);
    }
};

TEST_F(ClosingPages, SayWhatItWaitsForAndWhomToComplainTo)
{
    given_an_order();
    const auto page = get("/account/closing", ana.bearer);
    EXPECT_EQ(page.status, 200);
    const auto closure = get("/v1/me/closure", ana.bearer).body;
    ASSERT_FALSE(closure["waiting_for"].empty());
    EXPECT_TRUE(says(page, "CNIL")); // RT-25
    EXPECT_EQ(get("/v1/me/closure", ana.bearer).body["state"], "open") << "looking closes nothing";
}

TEST_F(ClosingPages, AskForThePassword)
{
    const auto wrong = close("not it");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(says(wrong, "aria-invalid"));
    EXPECT_EQ(get("/v1/me/closure", ana.bearer).body["state"], "open");
}

TEST_F(ClosingPages, SayGoodbyeAndEndEverySession)
{
    run_jobs();
    mailbox.mails.clear();
    const auto gone = close(somebodys_password);
    EXPECT_EQ(leads_to(gone), "/account/ended?after=closing");
    EXPECT_NE(gone.header("set-cookie").find("Max-Age=0"), std::string::npos);
    EXPECT_EQ(leads_to(get("/account", ana.bearer)).find("/sign-in?next="), 0U);
    EXPECT_EQ(get("/account/ended?after=closing").status, 200);
    EXPECT_EQ(get("/en/account/ended?after=closing").status, 200);
    run_jobs();
    EXPECT_FALSE(mailbox.to(ana.email).empty());
}

TEST_F(ClosingPages, ShowHowFarItIsToWhoeverComesBackToFinish)
{
    given_a_funded_order();
    leads_to(close(somebodys_password));
    sign_in_again(ana);
    const auto page = get("/account/closing", ana.bearer);
    EXPECT_EQ(page.status, 200);
    EXPECT_FALSE(says(page, "name=\"password\"")) << "it is asked for already";
    EXPECT_TRUE(says(get("/dashboard", ana.bearer), "/account/closing"));
    EXPECT_TRUE(says(get("/account", ana.bearer), "/account/closing"));
}

TEST_F(ClosingPages, AreDoneOnceHoweverOftenTheyAreSent)
{
    const auto html = get("/account/closing", ana.bearer).bytes;
    const Posted fields{{"key", hidden_in(html, "key")}, {"password", somebodys_password}};
    leads_to(post_form("/account/closing", fields, ana));
    EXPECT_LT(post_form("/account/closing", fields, ana).status, 500);
    EXPECT_EQ(count("closures"), 1);
}

} // namespace

} // namespace tests
