// The code that follows a right password, without the password again.

#include "domain/access/credential_store.hpp"
#include "domain/access/totp.hpp"
#include "domain/accounts/account_store.hpp"
#include "domain/core/crypto.hpp"
#include "tests/accounts/registered.hpp"

namespace tests {

namespace {

using namespace std::chrono_literals;

class SecondStep : public Registered {
protected:
    std::string secret = domain::access::fresh_totp_secret();

    void SetUp() override
    {
        given_ana();
        set_factor();
    }

    domain::AccountId ana()
    {
        return db.read([&](domain::Transaction& tx) {
            using namespace domain::accounts;
            return find_by_email(tx, Email::parse(email).value()).value().id;
        });
    }

    void set_factor()
    {
        const auto id = ana();
        db.transaction([&](domain::Transaction& tx) {
            domain::access::write_totp(tx, id, secret);
            domain::access::confirm_totp(tx, id);
        });
    }

    std::string code() const { return domain::access::code_at(secret, now); }

    std::string given_a_ticket()
    {
        const auto asked = sign_in();
        EXPECT_EQ(asked.status, 401);
        EXPECT_EQ(asked.body["title"], "second_factor_needed");
        return asked.body.value("ticket", "");
    }

    Answer follow(const std::string& ticket, const std::string& given,
                  const std::string& from = "192.0.2.1")
    {
        return call("POST", "/v1/sessions", json{{"ticket", ticket}, {"code", given}}.dump(),
                    {.headers = {{"x-real-ip", from}}});
    }
};

TEST_F(SecondStep, OpensTheSessionWithoutThePasswordAgain)
{
    const auto ticket = given_a_ticket();
    now += 4min + 59s;

    const auto opened = follow(ticket, code());

    ASSERT_EQ(opened.status, 201) << opened.bytes;
    EXPECT_EQ(opened.body["second_factor"], true);
    EXPECT_EQ(get("/v1/me", opened.body["token"]).body["email"], email);
}

TEST_F(SecondStep, IsGivenAfterARightPasswordOnly)
{
    EXPECT_FALSE(sign_in({{"password", "wrong wrong wrong"}}).body.contains("ticket"));
    EXPECT_FALSE(sign_in({{"email", "nobody@example.org"}}).body.contains("ticket"));
    EXPECT_FALSE(sign_in({{"code", "000000"}}).body.contains("ticket"));
}

TEST_F(SecondStep, NeedsACodeEachOfWhichIsGoodOnce)
{
    const auto ticket = given_a_ticket();
    const auto wrong = follow(ticket, "000000");
    EXPECT_EQ(wrong.status, 401);
    EXPECT_EQ(wrong.body["title"], "second_factor_needed");
    const auto without = call("POST", "/v1/sessions", json{{"ticket", ticket}}.dump(), {});
    EXPECT_EQ(without.status, 422);

    const auto first = code();
    EXPECT_EQ(follow(ticket, first).status, 201);
    EXPECT_EQ(follow(ticket, first).status, 401);
    EXPECT_EQ(follow(given_a_ticket(), first).status, 401);
}

TEST_F(SecondStep, TakesARecoveryCodeOnce)
{
    const auto id = ana();
    db.transaction([&](domain::Transaction& tx) {
        domain::access::write_recovery_codes(tx, id, {"00112233445566778899"});
    });
    const auto ticket = given_a_ticket();

    EXPECT_EQ(follow(ticket, "0011 2233 4455 6677 8899").status, 201);
    EXPECT_EQ(follow(ticket, "0011 2233 4455 6677 8899").status, 401);
}

TEST_F(SecondStep, EndsAfterFiveMinutes)
{
    const auto ticket = given_a_ticket();
    now += 5min;

    const auto late = follow(ticket, code());

    EXPECT_EQ(late.status, 401);
    EXPECT_EQ(late.body["title"], "not_signed_in");
}

TEST_F(SecondStep, EndsWhenThePasswordChanges)
{
    const auto ticket = given_a_ticket();
    const auto id = ana();
    db.transaction([&](domain::Transaction& tx) {
        domain::access::write_password(tx, id, domain::password_hash(password)); // the same even
    });

    EXPECT_EQ(follow(ticket, code()).body["title"], "not_signed_in");
}

TEST_F(SecondStep, EndsWhenTheFactorChangesOrGoes)
{
    const auto ticket = given_a_ticket();
    const auto id = ana();
    secret = domain::access::fresh_totp_secret();
    set_factor();
    EXPECT_EQ(follow(ticket, code()).body["title"], "not_signed_in");

    const auto other = given_a_ticket();
    db.transaction([&](domain::Transaction& tx) { domain::access::remove_totp(tx, id); });
    EXPECT_EQ(follow(other, code()).body["title"], "not_signed_in");
}

TEST_F(SecondStep, EndsWhenTheAccountCloses)
{
    const auto ticket = given_a_ticket();
    db.transaction([](domain::Transaction& tx) {
        tx.run("UPDATE accounts SET state = 'closed', email_index = NULL");
    });

    EXPECT_EQ(follow(ticket, code()).body["title"], "not_signed_in");
}

TEST_F(SecondStep, IsNobodyElsesAndNothingMadeUp)
{
    const auto eve = given_a_client("Eve").id.text();
    const auto ticket = given_a_ticket();
    const auto last = ticket.rfind('.');
    const auto first = ticket.find('.');
    auto later = ticket;
    later[last - 1] = later[last - 1] == '9' ? '8' : '9';

    for (const auto& forged : {"tkt-" + eve + ticket.substr(first), later,
                               ticket.substr(0, last) + "." + std::string(43, 'A'),
                               ticket.substr(0, last), std::string(40, '.'), "tkt-" + ticket})
        EXPECT_EQ(follow(forged, code()).body["title"], "not_signed_in") << forged;
    EXPECT_EQ(follow(ticket, code()).status, 201);
}

TEST_F(SecondStep, StandsInPlaceOfAddressAndPassword)
{
    const auto both = sign_in({{"ticket", given_a_ticket()}, {"code", code()}});
    EXPECT_EQ(both.status, 422);
    EXPECT_EQ(both.body["errors"][0]["field"], "ticket");
}

TEST_F(SecondStep, CountsWrongCodesAsSigningInDoes)
{
    const auto ticket = given_a_ticket();
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(follow(ticket, "000000", "198.51.100.7").status, 401);

    EXPECT_EQ(follow(ticket, "000000", "198.51.100.8").status, 429) << "wherever it comes from";
    EXPECT_EQ(sign_in({{"code", code()}}, "198.51.100.7").status, 429) << "one count for both ways";
    now += 1min;
    EXPECT_EQ(follow(ticket, code(), "198.51.100.7").status, 201);
}

TEST_F(SecondStep, GivesTheCookieToOurOwnPagesOnly)
{
    app.web_origins = {"https://shop.example"};
    const json body = {{"ticket", given_a_ticket()}, {"code", code()}, {"channel", "cookie"}};
    const auto from = [&](const std::string& origin) {
        return call("POST", "/v1/sessions", body.dump(), {.headers = {{"origin", origin}}});
    };

    EXPECT_EQ(from("https://evil.example").status, 403);
    const auto opened = from("https://shop.example");
    EXPECT_EQ(opened.status, 201);
    EXPECT_FALSE(opened.body.contains("token"));
    EXPECT_TRUE(opened.header("set-cookie").starts_with("__Host-entremise="));
}

} // namespace

} // namespace tests
