#include "domain/access/totp.hpp"
#include "tests/accounts/registered.hpp"

namespace tests {

namespace {

using namespace std::chrono_literals;

class CredentialsOfPeople : public Registered {
protected:
    const std::string new_password = "quatre tortues vertes dansent";

    std::string reset_token() { return reset_token_of(email); }

    std::string reset_token_of(const std::string& account_email)
    {
        run_jobs(); // mails of one round go out in no order
        post("/v1/password-resets", {{"email", account_email}});
        run_jobs();
        return token_in(mailbox.mails.back());
    }

    Answer set_password(const std::string& token, const std::string& wanted)
    {
        return put("/v1/password", {{"token", token}, {"password", wanted}}, "");
    }

    /// The current code of whoever was given this base-32 secret.
    std::string code(const std::string& account_email)
    {
        return db.read([&](domain::Transaction& tx) {
            using namespace domain::access;
            using namespace domain::accounts;
            const auto account = find_by_email(tx, Email::parse(account_email).value()).value();
            const auto sealed = tx.one<std::string>(
                "SELECT totp_secret FROM account_credentials WHERE account_id = :id", account.id);
            const auto secret =
                tx.vault.must_open({"account_credentials.totp_secret", account.id.text()}, sealed);
            return code_at(secret, now);
        });
    }

    /// Puts Ana's second factor in force; gives the confirmation's answer.
    Answer given_a_second_factor(const std::string& bearer)
    {
        const auto started = post("/v1/me/second-factor", {{"password", password}}, bearer);
        EXPECT_EQ(started.status, 201) << started.bytes;
        return post("/v1/me/second-factor/confirmation", {{"code", code(email)}}, bearer);
    }
};

TEST_F(CredentialsOfPeople, AForgottenPasswordIsSetByALinkOnce)
{
    given_ana();
    const auto session = signed_in();
    const auto token = reset_token();
    EXPECT_NE(readable(mailbox.mails.back()).find("/password-reset/new?token=" + token),
              std::string::npos);

    EXPECT_EQ(set_password(token, "court").status, 422);
    EXPECT_EQ(set_password(token, new_password).status, 204);

    EXPECT_EQ(get("/v1/me", session).status, 401);
    EXPECT_EQ(sign_in().status, 401);
    EXPECT_EQ(sign_in({{"password", new_password}}).status, 201);
    EXPECT_EQ(set_password(token, password).status, 422);
    run_jobs();
    EXPECT_NE(readable(mailbox.mails.back()).find("vient de changer"), std::string::npos);
}

TEST_F(CredentialsOfPeople, ResetLinksLiveThirtyMinutes)
{
    given_ana();
    const auto token = reset_token();

    now += 30min;

    EXPECT_EQ(set_password(token, new_password).status, 422);
}

TEST_F(CredentialsOfPeople, AskingForAResetTellsNothing)
{
    given_ana();
    const auto mails = mailbox.mails.size();

    const auto known = post("/v1/password-resets", {{"email", email}});
    const auto unknown = post("/v1/password-resets", {{"email", "nobody@example.org"}});
    run_jobs();

    EXPECT_EQ(known.status, 202);
    EXPECT_EQ(unknown.bytes, known.bytes);
    EXPECT_EQ(mailbox.mails.size(), mails + 1);
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(post("/v1/password-resets", {{"email", email}}).status, 202);
    run_jobs();
    EXPECT_EQ(mailbox.mails.size(), mails + 4); // five an hour, the sign-up's included
}

TEST_F(CredentialsOfPeople, ChangingThePasswordNeedsItAndEndsEverySession)
{
    given_ana();
    const auto here = signed_in();
    const auto elsewhere = signed_in();

    const auto refused =
        put("/v1/me/password",
            {{"current_password", "not this one at all"}, {"password", new_password}}, here);
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.body["errors"][0]["field"], "current_password");
    EXPECT_EQ(
        put("/v1/me/password", {{"current_password", password}, {"password", new_password}}, here)
            .status,
        204);

    EXPECT_EQ(get("/v1/me", here).status, 401);
    EXPECT_EQ(get("/v1/me", elsewhere).status, 401);
    EXPECT_EQ(sign_in({{"password", new_password}}).status, 201);
}

TEST_F(CredentialsOfPeople, ASecondFactorIsAskedForOnceConfirmed)
{
    given_ana();
    const auto before = signed_in();
    const auto confirmed = given_a_second_factor(before);
    ASSERT_EQ(confirmed.status, 201) << confirmed.bytes;
    EXPECT_EQ(confirmed.body["recovery_codes"].size(), 10U);
    EXPECT_EQ(get("/v1/me", before).status, 401); // a new token at the change of privilege
    EXPECT_EQ(get("/v1/me", confirmed.body["session"]["token"]).status, 200);

    const auto asked = sign_in();
    EXPECT_EQ(asked.status, 401);
    EXPECT_EQ(asked.body["title"], "second_factor_needed");
    EXPECT_EQ(sign_in({{"code", code(email)}}).status, 401) << "used to confirm already";
    now += 30s;
    const auto fresh = code(email);
    EXPECT_EQ(sign_in({{"code", fresh}}).status, 201);
    EXPECT_EQ(sign_in({{"code", fresh}}).status, 401) << "each step once";
    now += 60s;
    EXPECT_EQ(sign_in({{"code", fresh}}).status, 401) << "one step of delay at most";

    const auto recovery = confirmed.body["recovery_codes"][0].get<std::string>();
    EXPECT_EQ(sign_in({{"code", recovery}}).status, 201);
    now += 60s;
    EXPECT_EQ(sign_in({{"code", recovery}}).status, 401);
}

TEST_F(CredentialsOfPeople, AResetDoesNotBypassTheSecondFactor)
{
    given_ana();
    now += 71h;
    given_a_second_factor(signed_in());
    now += 1h + 1s; // the address was verified 72 hours ago
    EXPECT_EQ(set_password(reset_token(), new_password).status, 204);

    EXPECT_EQ(sign_in({{"password", new_password}}).body["title"], "second_factor_needed");
}

TEST_F(CredentialsOfPeople, AResetDropsAFactorSetSinceTheAddressWasVerifiedThreeDaysAgoAtMost)
{
    given_ana();
    given_a_second_factor(signed_in());
    now += 72h;
    EXPECT_EQ(set_password(reset_token(), new_password).status, 204);

    EXPECT_EQ(sign_in({{"password", new_password}}).status, 201);
    run_jobs();
    EXPECT_NE(readable(mailbox.mails.back()).find("il a été retiré lui aussi"), std::string::npos);
}

TEST_F(CredentialsOfPeople, AResetNeverDropsTheFactorThatStaffMustHave)
{
    const std::string staff_email = "sam@example.org";
    const auto made = db.transaction([&](domain::Transaction& tx) {
        return domain::access::make_staff(tx, domain::accounts::AccountKind::staff,
                                          domain::accounts::Email::parse(staff_email).value());
    });
    EXPECT_EQ(set_password(made.password_token, password).status, 204);
    const auto bearer = signed_in({{"email", staff_email}});
    post("/v1/me/second-factor", {{"password", password}}, bearer);
    EXPECT_EQ(
        post("/v1/me/second-factor/confirmation", {{"code", code(staff_email)}}, bearer).status,
        201);
    now += 1h; // the address is verified since the account was made
    EXPECT_EQ(set_password(reset_token_of(staff_email), new_password).status, 204);

    const json right = {{"email", staff_email}, {"password", new_password}};
    EXPECT_EQ(sign_in(right).body["title"], "second_factor_needed");
    EXPECT_EQ(
        sign_in({{"email", staff_email}, {"password", new_password}, {"code", code(staff_email)}})
            .status,
        201);
}

TEST_F(CredentialsOfPeople, RemovingTheSecondFactorNeedsPasswordAndCode)
{
    given_ana();
    const auto bearer =
        given_a_second_factor(signed_in()).body["session"]["token"].get<std::string>();
    now += 60s;

    EXPECT_EQ(post("/v1/me/second-factor/removal", {{"password", password}}, bearer).status, 401);
    EXPECT_EQ(post("/v1/me/second-factor/removal",
                   {{"password", "wrong wrong wrong"}, {"code", code(email)}}, bearer)
                  .status,
              422);
    EXPECT_EQ(post("/v1/me/second-factor/removal", {{"password", password}, {"code", code(email)}},
                   bearer)
                  .status,
              204);

    EXPECT_EQ(sign_in().status, 201);
}

TEST_F(CredentialsOfPeople, GuessingCodesIsSlow)
{
    given_ana();
    const auto bearer = signed_in();
    post("/v1/me/second-factor", {{"password", password}}, bearer);
    int answered = 0;
    for (int i = 0; i < 10; ++i)
        answered +=
            post("/v1/me/second-factor/confirmation", {{"code", "000000"}}, bearer).status == 422;
    EXPECT_EQ(answered, 5);
}

TEST_F(CredentialsOfPeople, OnlyWrongProofsSpendTheAllowanceOfProofs)
{
    given_ana();
    const auto bearer = signed_in();
    const auto mail_code = [&] {
        return post("/v1/me/proof-codes", json::object(), bearer).status;
    };
    const auto start_factor = [&](const std::string& typed) {
        return post("/v1/me/second-factor", {{"password", typed}}, bearer).status;
    };
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(mail_code(), 202);
    EXPECT_EQ(mail_code(), 429) << "mails have a limit of their own";
    for (int i = 0; i < 7; ++i)
        EXPECT_EQ(start_factor(password), 201) << "a right password spends nothing";
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(start_factor("wrong wrong wrong"), 422);
    EXPECT_EQ(start_factor(password), 429) << "guessing is over for this minute";
}

TEST_F(CredentialsOfPeople, RightCodesSpendNothingEither)
{
    given_ana();
    const auto bearer =
        given_a_second_factor(signed_in()).body["session"]["token"].get<std::string>();
    const auto ask = [&](const std::string& typed, const std::string& given) {
        const json wish = {{"email", "new@example.org"}, {"password", typed}, {"code", given}};
        return post("/v1/me/email", wish, bearer).status;
    };
    for (int i = 0; i < 22; ++i) { // more than an hour has
        now += 30s;
        EXPECT_EQ(ask(password, code(email)), 202) << i;
    }
    now += 1h;
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(ask("wrong wrong wrong", "000000"), 422) << "nobody looked at the code";
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(ask(password, "000000"), 401);
    EXPECT_EQ(ask(password, code(email)), 429);
}

TEST_F(CredentialsOfPeople, WrongCodesAndWrongPasswordsHaveAnAllowanceEach)
{
    given_ana();
    given_a_second_factor(signed_in());
    now += 2min;
    const std::string elsewhere = "198.51.100.9";
    const auto with_code = [&](const std::string& given) {
        return sign_in({{"code", given}}, elsewhere).status;
    };
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(sign_in(json::object(), elsewhere).status, 401)
            << "a right password spends nothing";
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(with_code("000000"), 401);
    EXPECT_EQ(with_code("000000"), 429);
    EXPECT_EQ(with_code(code(email)), 429) << "guessing is over for this minute";

    const json wrong = {{"password", "wrong wrong wrong"}};
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(sign_in(wrong, elsewhere).status, 401) << "none was spent on codes";
    EXPECT_EQ(sign_in(wrong, elsewhere).status, 429);
    EXPECT_EQ(sign_in({{"code", code(email)}}).status, 201) << "the owner's own network is apart";
}

TEST_F(CredentialsOfPeople, ExpiredLinksAndCodesAreDeleted)
{
    given_ana();
    const auto bearer = signed_in();
    EXPECT_EQ(post("/v1/me/proof-codes", json::object(), bearer).status, 202);
    reset_token();
    EXPECT_EQ(count("mailed_codes"), 1);
    EXPECT_EQ(count("mailed_tokens"), 1);
    now += 10min;
    run_jobs();
    EXPECT_EQ(count("mailed_codes") + count("mailed_tokens"), 2) << "they may still be used";
    now += 25h;
    run_jobs();
    EXPECT_EQ(count("mailed_codes") + count("mailed_tokens"), 0);
}

TEST_F(CredentialsOfPeople, StaffActOnlyWithASecondFactor)
{
    const auto made = db.transaction([&](domain::Transaction& tx) {
        return domain::access::make_staff(
            tx, domain::accounts::AccountKind::accountant,
            domain::accounts::Email::parse("abby@example.org").value());
    });
    EXPECT_EQ(set_password(made.password_token, password).status, 204);
    const auto bearer = signed_in({{"email", "abby@example.org"}});

    EXPECT_EQ(get("/v1/me/second-factor", bearer).body,
              (json{{"in_force", false}, {"mandatory", true}, {"this_session", false}}));
    EXPECT_EQ(get("/v1/archive/invoices", bearer).body["title"], "second_factor_needed");

    post("/v1/me/second-factor", {{"password", password}}, bearer);
    const auto confirmed =
        post("/v1/me/second-factor/confirmation", {{"code", code("abby@example.org")}}, bearer);
    const auto strong = confirmed.body["session"]["token"].get<std::string>();
    EXPECT_EQ(get("/v1/archive/invoices", strong).status, 200);
    now += 60s;
    EXPECT_EQ(post("/v1/me/second-factor/removal",
                   {{"password", password}, {"code", code("abby@example.org")}}, strong)
                  .status,
              403);
}

} // namespace

} // namespace tests
