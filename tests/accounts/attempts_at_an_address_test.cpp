#include <algorithm>
#include <array>

#include "domain/access/credential_store.hpp"
#include "tests/accounts/registered.hpp"

namespace tests {

namespace {

using namespace std::chrono_literals;

/// Ana's mailbox, and Eve, who knows its address but cannot read it.
class AttemptsAtAnAddress : public Registered {
protected:
    const std::string eves_password = "le secret de quelqu'un d'autre";
    const std::string firefox =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0";

    Answer sign_up_as(const std::string& surname, const std::string& secret,
                      const std::string& from = "192.0.2.1")
    {
        const json body = {{"email", email},
                           {"password", secret},
                           {"roles", {"client"}},
                           {"accepted_terms", "2026-01"},
                           {"person",
                            {{"surname", surname},
                             {"first_name", "Ana"},
                             {"birth_date", "1990-05-17"},
                             {"country_of_residence", "FR"},
                             {"nationality", "FR"}}}};
        return call("POST", "/v1/accounts", body.dump(),
                    {.headers = {{"x-real-ip", from}, {"user-agent", firefox}}});
    }

    /// The link that this very attempt is mailed.
    std::string link_mailed_for(const Answer& attempt)
    {
        EXPECT_EQ(attempt.status, 202) << attempt.bytes;
        run_jobs();
        return token_in(mailbox.to(email).back());
    }

    std::string links_of_mails_after(std::size_t seen)
    {
        run_jobs();
        std::string all;
        const auto mails = mailbox.to(email);
        for (auto i = seen; i < mails.size(); ++i)
            all += token_in(mails[i]);
        return all;
    }

    Answer follow(const std::string& path, const std::string& token, const std::string& secret)
    {
        return post(path, {{"token", token}, {"password", secret}});
    }

    Answer post_form(const std::string& path, const std::string& token, const std::string& secret,
                     With with = {})
    {
        with.headers["content-type"] = "application/x-www-form-urlencoded";
        with.headers["sec-fetch-site"] = "same-origin";
        const auto body = "token=" + token + "&password=" + secret;
        return call("POST", path, body + "&key=" + domain::uuid_v4(), with);
    }

    std::string surname_of(const std::string& bearer)
    {
        return get("/v1/me", bearer).body["person"]["surname"];
    }
};

/// Who asks in which order, which links Ana opens in which order: she reads every mail and has
/// one password.
TEST_F(AttemptsAtAnAddress, WhoeverAsksFirstAndWhateverSheOpensTheOwnerHasItWithHerOwnPassword)
{
    std::array<int, 3> asking = {0, 1, 2};
    do {
        std::array<int, 3> opening = {0, 1, 2};
        do {
            SCOPED_TRACE(json({asking, opening}).dump());
            db.transaction([](domain::Transaction& tx) { tx.run("DELETE FROM rate_counters"); });
            const auto eve = given_a_client("Eve");
            const auto eves_address = eve.email;
            db.transaction([&](domain::Transaction& tx) {
                domain::access::write_password(tx, eve.id, domain::password_hash(eves_password));
            });
            std::array<std::string, 3> links;
            for (const int who : asking) {
                if (who == 0) links[0] = link_mailed_for(sign_up_as("Martin", password));
                if (who == 1) links[1] = link_mailed_for(sign_up_as("Voleur", eves_password));
                if (who == 2) {
                    const json wish = {{"email", email}, {"password", eves_password}};
                    links[2] = link_mailed_for(post("/v1/me/email", wish, eve.bearer));
                }
            }
            for (const int which : opening) {
                const auto* path = which == 2 ? "/v1/email-changes" : "/v1/email-verifications";
                EXPECT_EQ(follow(path, links[which], password).status, which == 0 ? 200 : 422);
            }
            run_jobs();

            for (const int which : {1, 2}) { // should Eve lay hands on a link after all
                const auto* path = which == 2 ? "/v1/email-changes" : "/v1/email-verifications";
                EXPECT_EQ(follow(path, links[which], eves_password).status, 422);
            }
            EXPECT_EQ(sign_in({{"password", eves_password}}).status, 401);
            const auto anas = signed_in();
            EXPECT_EQ(surname_of(anas), "Martin");
            EXPECT_EQ(get("/v1/me", eve.bearer).body["email"].get<std::string>().find("eve"), 0U);
            EXPECT_EQ(count("accounts WHERE email_verified_at IS NULL"), 0);
            EXPECT_EQ(count("email_changes"), 0);
            EXPECT_EQ(count("mailed_tokens"), 0);

            ASSERT_EQ(
                put("/v1/me/password",
                    {{"current_password", password}, {"password", "quatre tortues vertes dansent"}},
                    anas)
                    .status,
                204);
            run_jobs();                                   // mails of one round go out in no order
            db.transaction([&](domain::Transaction& tx) { // free for the next round
                tx.run("UPDATE accounts SET email_index = NULL WHERE id <> :eve", eve.id);
            });
        } while (std::ranges::next_permutation(opening).found);
    } while (std::ranges::next_permutation(asking).found);
}

TEST_F(AttemptsAtAnAddress, OnlyWhoHoldsALiveLinkLearnsThatThePasswordIsWrong)
{
    const auto link = link_mailed_for(sign_up_as("Martin", password));

    const auto wrong = follow("/v1/email-verifications", link, eves_password);
    const auto dead = follow("/v1/email-verifications", std::string(43, 'x'), eves_password);

    EXPECT_EQ(wrong.body["errors"][0]["field"], "password");
    EXPECT_EQ(dead.body["errors"][0]["field"], "token");
    EXPECT_EQ(dead.bytes.size(),
              follow("/v1/email-verifications", std::string(43, 'y'), password).bytes.size());
    EXPECT_EQ(follow("/v1/email-verifications", link, password).status, 200);
}

TEST_F(AttemptsAtAnAddress, GuessingThePasswordOfALinkIsSlow)
{
    const auto link = link_mailed_for(sign_up_as("Martin", password));
    int answered = 0;
    for (int i = 0; i < 10; ++i)
        answered += follow("/v1/email-verifications", link, eves_password).status == 422;

    EXPECT_EQ(answered, 5);
    EXPECT_EQ(follow("/v1/email-verifications", link, password).status, 429);
    now += 60s;
    EXPECT_EQ(follow("/v1/email-verifications", link, password).status, 200);
}

TEST_F(AttemptsAtAnAddress, AChangeOfAddressTakesItsOwnSessionForAProofButNobodyElses)
{
    const auto ana = given_a_client("Ana");
    const auto eve = given_a_client("Eve");
    db.transaction([&](domain::Transaction& tx) {
        domain::access::write_password(tx, ana.id, domain::password_hash(password));
    });
    const auto link = link_mailed_for(
        post("/v1/me/email", {{"email", email}, {"password", password}}, ana.bearer));

    EXPECT_EQ(post("/v1/email-changes", {{"token", link}}).status, 422);
    EXPECT_EQ(post("/v1/email-changes", {{"token", link}}, eve.bearer).status, 422);
    EXPECT_EQ(post("/v1/email-changes", {{"token", link}}, ana.bearer).status, 200);
    EXPECT_EQ(sign_in().status, 201);
}

TEST_F(AttemptsAtAnAddress, AMailSaysWhenAndWithWhatTheAttemptWasMadeButNotFromWhere)
{
    sign_up_as("Martin", password, "203.0.113.77");
    now += 2h;
    run_jobs();

    const auto text = readable(mailbox.to(email).at(0));
    EXPECT_NE(text.find("le 23/11/2026 à 10:00 (heure de Paris), avec Firefox sous Windows"),
              std::string::npos)
        << text;
    EXPECT_EQ(text.find("203.0.113"), std::string::npos);
    EXPECT_EQ(text.find("Mozilla"), std::string::npos);
}

TEST_F(AttemptsAtAnAddress, BeyondTheLimitNothingIsMailedNothingKeptAndNothingVoided)
{
    const auto link = link_mailed_for(sign_up_as("Martin", password));
    const auto seen = mailbox.mails.size();
    for (int i = 0; i < 12; ++i)
        EXPECT_EQ(sign_up_as("Voleur", eves_password).status, 202);
    run_jobs();

    EXPECT_EQ(mailbox.mails.size(), seen + 4); // five an hour
    EXPECT_EQ(count("accounts"), 5);
    EXPECT_EQ(follow("/v1/email-verifications", link, password).status, 200);
}

TEST_F(AttemptsAtAnAddress, StrangersCannotKeepTheOwnersOwnSignUpFromBeingMailed)
{
    for (int i = 0; i < 12; ++i)
        sign_up_as("Voleur", eves_password);
    run_jobs();
    const auto seen = mailbox.mails.size();

    const auto link = link_mailed_for(sign_up_as("Martin", password, "198.51.100.9"));

    EXPECT_EQ(mailbox.mails.size(), seen + 1);
    EXPECT_EQ(follow("/v1/email-verifications", link, password).status, 200);
}

TEST_F(AttemptsAtAnAddress, ALinkShowsAPageThatAsksForThePasswordAndChangesNothing)
{
    const auto link = link_mailed_for(sign_up_as("Martin", password));
    EXPECT_NE(readable(mailbox.to(email).at(0)).find("/email-verification?token=" + link),
              std::string::npos);

    const auto page = get("/email-verification?token=" + link);
    ASSERT_EQ(page.status, 200);
    EXPECT_NE(page.bytes.find("<html lang=\"fr\">"), std::string::npos);
    EXPECT_NE(page.bytes.find("action=\"/email-verification\""), std::string::npos);
    EXPECT_NE(page.bytes.find("type=\"password\""), std::string::npos);
    EXPECT_NE(get("/en/email-change?token=" + link).bytes.find("Change the address"),
              std::string::npos);
    for (const auto* odd : {"/email-verification", "/email-verification?token=short",
                            "/email-verification?token=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"})
        EXPECT_EQ(get(odd).status, 404) << odd;
    EXPECT_EQ(sign_in().status, 401);
}

TEST_F(AttemptsAtAnAddress, TheFormOfThePageVerifiesTheAddress)
{
    const auto link = link_mailed_for(sign_up_as("Martin", password));

    const auto wrong = post_form("/email-verification", link, "le+mauvais+secret");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_NE(wrong.bytes.find("il ne change rien sans ce mot de passe"), std::string::npos);
    EXPECT_NE(wrong.bytes.find("<form"), std::string::npos);
    const auto right = post_form("/email-verification", link, "trois+chevaux+bleus+r%C3%AAvent");
    EXPECT_EQ(right.status, 303);
    EXPECT_EQ(right.header("location"), "/sign-in?told=verified");
    EXPECT_EQ(sign_in().status, 201);
    const auto dead = post_form("/email-verification", link, "trois+chevaux+bleus+r%C3%AAvent");
    EXPECT_EQ(dead.status, 422);
    EXPECT_EQ(dead.bytes.find("type=\"password\""), std::string::npos);
}

TEST_F(AttemptsAtAnAddress, TheFormWorksForSomebodySignedInByCookie)
{
    app.web_origins = {"https://shop.example"};
    given_ana();
    const json body = {{"email", email}, {"password", password}, {"channel", "cookie"}};
    const auto opened = call("POST", "/v1/sessions", body.dump(),
                             {.headers = {{"origin", "https://shop.example"}}});
    const auto set = opened.header("set-cookie");
    post("/v1/me/email", {{"email", "ana@example.net"}, {"password", password}}, signed_in());
    run_jobs();
    const auto link = token_in(mailbox.to("ana@example.net").at(0));

    const auto done = post_form("/email-change", link, "trois+chevaux+bleus+r%C3%AAvent",
                                {.headers = {{"cookie", set.substr(0, set.find(';'))}}});

    EXPECT_EQ(done.status, 303) << done.bytes;
    EXPECT_EQ(sign_in({{"email", "ana@example.net"}}).status, 201);
}

} // namespace

} // namespace tests
