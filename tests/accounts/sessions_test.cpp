#include "api/pipeline/authentication.hpp"
#include "domain/access/attempts.hpp"
#include "domain/access/credential_store.hpp"
#include "domain/accounts/account_store.hpp"
#include "domain/core/retry_later.hpp"
#include "tests/accounts/registered.hpp"

namespace tests {

namespace {

using namespace std::chrono_literals;

class Sessions : public Registered {
protected:
    /// What came back, less what differs by nature.
    static std::string bare(const Answer& answer)
    {
        auto body = answer.body;
        body.erase("request_id");
        return std::to_string(answer.status) + body.dump();
    }

    /// Ana's cookie session on an allowed site.
    With in_a_browser(const Answer& opened) const
    {
        const auto set = opened.header("set-cookie");
        return {.headers = {{"cookie", set.substr(0, set.find(';'))},
                            {"origin", "https://shop.example"},
                            {"x-csrf-token", opened.body.value("csrf_token", "")}}};
    }

    Answer open_in_a_browser(const std::string& origin = "https://shop.example")
    {
        const json body = {{"email", email}, {"password", password}, {"channel", "cookie"}};
        return call("POST", "/v1/sessions", body.dump(), {.headers = {{"origin", origin}}});
    }
};

TEST_F(Sessions, NothingTellsWhetherAnAddressIsRegistered)
{
    given_ana();
    sign_up("late@example.org");

    const auto wrong_password = sign_in({{"password", "wrong wrong wrong"}});
    const auto unknown = sign_in({{"email", "nobody@example.org"}});
    const auto unverified = sign_in({{"email", "late@example.org"}});
    db.transaction(
        [&](domain::Transaction& tx) { tx.run("UPDATE accounts SET state = 'closed'"); });
    const auto closed = sign_in();

    EXPECT_EQ(wrong_password.status, 401);
    for (const auto& answer : {unknown, unverified, closed}) {
        EXPECT_EQ(bare(answer), bare(wrong_password));
        EXPECT_EQ(answer.headers.size(), wrong_password.headers.size());
    }
}

TEST_F(Sessions, EndOneByOneOrEverywhere)
{
    given_ana();
    const auto first = signed_in();
    const auto second = signed_in();
    const auto third = signed_in();
    EXPECT_EQ(get("/v1/sessions", first).body["items"].size(), 3U);

    EXPECT_EQ(del("/v1/sessions/current", first).status, 204);
    EXPECT_EQ(get("/v1/me", first).status, 401);
    EXPECT_EQ(get("/v1/me", second).status, 200);

    EXPECT_EQ(del("/v1/sessions", second).status, 204);
    EXPECT_EQ(get("/v1/me", second).status, 401);
    EXPECT_EQ(get("/v1/me", third).status, 401);
}

TEST_F(Sessions, SayWhichOfThemIsTheOneThatAsks)
{
    given_ana();
    const std::vector<std::string> all = {signed_in(), signed_in(), signed_in()};
    for (const auto& bearer : all) {
        std::vector<std::string> current;
        const auto listed = get("/v1/sessions", bearer);
        for (const auto& one : listed.body["items"]) {
            if (one["current"]) current.push_back(one["id"]);
        }
        ASSERT_EQ(current.size(), 1U);
        EXPECT_EQ(del("/v1/sessions/" + current[0], bearer).status, 204);
        EXPECT_EQ(get("/v1/me", bearer).status, 401) << "it was this one";
    }
}

TEST_F(Sessions, EachIsEndedByItsOwnerFromAnother)
{
    given_ana();
    const auto here = signed_in();
    now += 1s;
    const auto lost = signed_in();
    const auto path =
        "/v1/sessions/" + get("/v1/sessions", here).body["items"][0]["id"].get<std::string>();

    EXPECT_EQ(del(path, given_a_client("Eve").bearer).status, 404);
    EXPECT_EQ(get("/v1/me", lost).status, 200);
    EXPECT_EQ(del(path, here).status, 204);

    EXPECT_EQ(get("/v1/me", lost).status, 401);
    EXPECT_EQ(get("/v1/me", here).status, 200);
    EXPECT_EQ(del(path, here).status, 404);
}

TEST_F(Sessions, EndWhenIdleAndAfterThirtyDays)
{
    app.web_origins = {"https://shop.example"};
    given_ana();
    const auto browser = in_a_browser(open_in_a_browser());
    const auto bearer = signed_in();

    now += 20min;
    EXPECT_EQ(call("GET", "/v1/me", "", browser).status, 200);
    now += 20min; // used twenty minutes ago: not idle
    EXPECT_EQ(call("GET", "/v1/me", "", browser).status, 200);
    now += 31min;
    EXPECT_EQ(call("GET", "/v1/me", "", browser).status, 401);

    for (int day = 0; day < 29; ++day) {
        now += 24h;
        EXPECT_EQ(get("/v1/me", bearer).status, 200) << day;
    }
    now += 24h;
    EXPECT_EQ(get("/v1/me", bearer).status, 401);
}

TEST_F(Sessions, OnlyHashesAreKept)
{
    given_ana();
    const auto token = signed_in();

    const auto kept = db.read([](domain::Transaction& tx) {
        return tx.one<std::string>(
            "SELECT id || token_sha256 || COALESCE(user_agent, '') FROM sessions");
    });

    EXPECT_EQ(kept.find(token), std::string::npos);
    EXPECT_NE(kept.find(domain::sha256_hex(token)), std::string::npos);
}

TEST_F(Sessions, ACookieNeedsAnAllowedOriginAndItsToken)
{
    given_ana();
    EXPECT_EQ(open_in_a_browser().status, 403); // none is allowed by default
    app.web_origins = {"https://shop.example"};
    EXPECT_EQ(open_in_a_browser("https://evil.example").status, 403);

    const auto opened = open_in_a_browser();
    ASSERT_EQ(opened.status, 201) << opened.bytes;
    EXPECT_FALSE(opened.body.contains("token"));
    const auto set = opened.header("set-cookie");
    for (const auto* part :
         {"__Host-entremise=", "; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure"}) {
        EXPECT_NE(set.find(part), std::string::npos) << part;
    }

    const auto right = in_a_browser(opened);
    EXPECT_EQ(
        call("GET", "/v1/me", "", {.headers = {{"cookie", right.headers.at("cookie")}}}).status,
        200);
    for (const auto* broken : {"origin", "x-csrf-token"}) {
        auto without = right;
        without.headers.erase(broken);
        EXPECT_EQ(call("DELETE", "/v1/sessions/current", "", without).status, 403) << broken;
        auto other = right;
        other.headers[broken] = "https://evil.example";
        EXPECT_EQ(call("DELETE", "/v1/sessions/current", "", other).status, 403) << broken;
    }
    // A cookie's token is no bearer token.
    EXPECT_EQ(get("/v1/me", set.substr(17, set.find(';') - 17)).status, 401);

    const auto ended = call("DELETE", "/v1/sessions/current", "", right);
    EXPECT_EQ(ended.status, 204);
    EXPECT_NE(ended.header("set-cookie").find("Max-Age=0"), std::string::npos);
    EXPECT_EQ(call("GET", "/v1/me", "", right).status, 401);
}

TEST_F(Sessions, TellTheirOwnPageTheCsrfTokenAgain)
{
    app.web_origins = {"https://shop.example"};
    given_ana();
    const auto opened = open_in_a_browser();
    auto browser = in_a_browser(opened);

    for (const auto* site : {"", "same-origin"}) {
        if (*site != 0) browser.headers["sec-fetch-site"] = site;
        const auto shown = call("GET", "/v1/sessions/current", "", browser);
        EXPECT_EQ(shown.status, 200) << shown.bytes;
        EXPECT_EQ(shown.body["csrf_token"], opened.body["csrf_token"]);
        EXPECT_EQ(shown.body["id"], opened.body["id"]);
        EXPECT_EQ(shown.body["current"], true);
        EXPECT_EQ(shown.header("cache-control"), "no-store");
    }
    for (const auto* site : {"same-site", "cross-site", "none"}) {
        browser.headers["sec-fetch-site"] = site;
        EXPECT_EQ(call("GET", "/v1/sessions/current", "", browser).status, 403) << site;
    }
    const auto listed = call("GET", "/v1/sessions", "", in_a_browser(opened));
    EXPECT_FALSE(listed.body["items"][0].contains("csrf_token"));
    const auto program = get("/v1/sessions/current", signed_in());
    EXPECT_EQ(program.body["channel"], "bearer");
    EXPECT_FALSE(program.body.contains("csrf_token")) << "it needs none";
}

TEST_F(Sessions, GuessingIsSlowAndSurvivesARestart)
{
    given_ana();
    int answered = 0;
    for (int i = 0; i < 40; ++i) {
        now += 90s; // one hour of patience
        answered += sign_in({{"password", "wrong wrong wrong"}}, "198.51.100.7").status == 401;
    }
    // Twenty an hour, three of its own in the half that is left, and the first of the next hour.
    EXPECT_EQ(answered, 24);
    EXPECT_GT(count("rate_counters"), 0); // in the database, not in the process

    int unknown = 0;
    for (int i = 0; i < 10; ++i)
        unknown += sign_in({{"email", "nobody@example.org"}}, "203.0.113.7").status == 401;
    EXPECT_EQ(unknown, 5); // alike for addresses nobody has
}

TEST_F(Sessions, NobodyElseLocksTheOwnerOut)
{
    given_ana();
    signed_in(); // her network is known from now on
    for (int i = 0; i < 10; ++i)
        sign_in({{"password", "wrong wrong wrong"}}, "198.51.100." + std::to_string(i));

    EXPECT_EQ(sign_in(json::object(), "198.51.100.77").status, 429);
    EXPECT_EQ(sign_in().status, 201);
}

TEST_F(Sessions, StrangersKeepNobodyOutForLongerThanAMinuteWhereverSheIs)
{
    given_ana();
    const json wrong = {{"password", "wrong wrong wrong"}};
    for (int i = 0; i < 20; ++i) {
        now += 15s;
        sign_in(wrong, "198.51.100." + std::to_string(i));
    }
    now += 1min;
    EXPECT_EQ(sign_in(wrong, "198.51.100.0").status, 401) << "one of its own";
    const auto refused = sign_in(wrong, "198.51.100.0");
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.header("retry-after"), "240"); // 09:06, and at 09:10 another

    EXPECT_EQ(sign_in(json::object(), "203.0.113.50").status, 201) << "nobody took hers";
}

TEST_F(Sessions, ANetworkHasAHundredGuessesADayWithTheOthersAndTwelveOfItsOwn)
{
    given_ana();
    now += 15h; // midnight
    const auto may_guess = [&] {
        try {
            db.transaction([&](domain::Transaction& tx) {
                const auto address = domain::accounts::Email::parse(email).value();
                domain::access::count_sign_in(tx, domain::accounts::index_of(tx, address),
                                              {"198.51.100.7", ""});
            });
            return true;
        } catch (const domain::RetryLater&) {
            return false;
        }
    };
    int guesses = 0;
    for (int i = 0; i < 24 * 6; ++i) {
        for (int times = 0; times < 2; ++times)
            guesses += may_guess() ? 1 : 0;
        now += 10min;
    }
    EXPECT_EQ(guesses, 112);
}

TEST_F(Sessions, SayWhoseWorkARequestIsAndWhatItRepeats)
{
    given_ana();
    const auto bearer = signed_in();
    api::http::Request request;
    request.method = "POST";
    request.path = "/v1/orders/ord_1/payment";
    request.headers = {{"authorization", "Bearer " + bearer}, {"idempotency-key", "the first"}};
    const auto first = api::claim_of(app, request);
    EXPECT_EQ(first.holder, get("/v1/me", bearer).body["id"]);
    EXPECT_FALSE(first.work.empty());
    EXPECT_EQ(first, api::claim_of(app, request));
    request.headers[1].value = "another";
    EXPECT_NE(first.work, api::claim_of(app, request).work);
    request.headers.pop_back();
    EXPECT_EQ(api::claim_of(app, request), (api::http::Claim{first.holder, ""}));
    request.headers = {{"idempotency-key", "the first"}};
    EXPECT_EQ(api::claim_of(app, request), api::http::Claim{}) << "nobody's";
}

TEST_F(Sessions, WhoeverIsKeptOutAbroadByStrangersGetsInByAResetFromThere)
{
    given_ana();
    for (int i = 0; i < 10; ++i) {
        const auto from = "198.51.100." + std::to_string(i);
        sign_in({{"password", "wrong wrong wrong"}}, from);
        call("POST", "/v1/password-resets", json{{"email", email}}.dump(),
             {.headers = {{"x-real-ip", "198.51.100.1"}}});
    }
    const With abroad{.headers = {{"x-real-ip", "203.0.113.50"}}};
    EXPECT_EQ(sign_in(json::object(), "203.0.113.50").status, 429);

    run_jobs();
    const auto before = mailbox.mails.size();
    call("POST", "/v1/password-resets", json{{"email", email}}.dump(), abroad);
    run_jobs();
    ASSERT_EQ(mailbox.mails.size(), before + 1);
    const json wish = {{"token", token_in(mailbox.mails.back())},
                       {"password", "quatre tortues vertes dansent"}};
    ASSERT_EQ(call("PUT", "/v1/password", wish.dump(), abroad).status, 204);

    EXPECT_EQ(sign_in({{"password", "quatre tortues vertes dansent"}}, "203.0.113.50").status, 201);
    EXPECT_EQ(sign_in({{"password", "quatre tortues vertes dansent"}}, "203.0.113.51").status, 429);
}

TEST_F(Sessions, RetryAfterSaysHowLongItReallyTakes)
{
    given_ana();
    now += 20s;
    for (int i = 0; i < 5; ++i)
        sign_in({{"password", "wrong wrong wrong"}});
    const auto refused = sign_in();
    ASSERT_EQ(refused.status, 429);
    EXPECT_EQ(refused.header("retry-after"), "40");
    now += 39s;
    EXPECT_EQ(sign_in().header("retry-after"), "1");
    now += 1s;
    EXPECT_EQ(sign_in().status, 201);

    for (int i = 0; i < 25; ++i) {
        now += 1min;
        sign_in({{"password", "wrong wrong wrong"}}, "198.51.100.7");
    }
    // 09:26: at 09:30 it has a try of its own, the others at 10:00.
    EXPECT_EQ(sign_in(json::object(), "198.51.100.7").header("retry-after"), "240");
    EXPECT_EQ(get("/v1/me").header("retry-after"), "");
}

TEST_F(Sessions, AHashOfFormerParametersIsReplacedBySigningIn)
{
    given_ana();
    const auto ana = db.transaction([&](domain::Transaction& tx) {
        using namespace domain::access;
        using namespace domain::accounts;
        const auto id = find_by_email(tx, Email::parse(email).value()).value().id;
        // The same password at 8 MiB and one pass.
        write_password(tx, id,
                       "$argon2id$v=19$m=8192,t=1,p=1$9fGKR4g17km77IAwM5SPig$"
                       "kYpsDQO6JIByIXZuG0K/yXprZBQDDJ7UBmhvii+f8z4");
        return id;
    });
    const auto stored = [&] {
        return db.read([&](domain::Transaction& tx) {
            return domain::access::credentials_of(tx, ana).password_hash;
        });
    };
    const auto set_at = [&] {
        return db.read([](domain::Transaction& tx) {
            return tx.one<domain::Instant>("SELECT password_set_at FROM account_credentials");
        });
    };
    const auto former = stored();
    const auto was_set_at = set_at();
    now += 1h;

    EXPECT_EQ(sign_in({{"password", "wrong wrong wrong"}}).status, 401);
    EXPECT_EQ(stored(), former);

    EXPECT_EQ(sign_in().status, 201);
    const auto fresh = stored();
    EXPECT_TRUE(fresh.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << fresh;
    EXPECT_EQ(set_at(), was_set_at);

    EXPECT_EQ(sign_in().status, 201);
    EXPECT_EQ(stored(), fresh);
}

TEST_F(Sessions, SigningInIsLoggedSealedAndShownToNobodyElse)
{
    given_ana();
    signed_in();

    struct Line {
        std::string address, user_agent, network;
        auto fields() { return std::tie(address, user_agent, network); }
    };
    const auto line = db.read([](domain::Transaction& tx) {
        return tx.one<Line>("SELECT address, user_agent, network_index FROM connection_log WHERE "
                            "event = 'sign_in'");
    });

    EXPECT_EQ(line.address.find("192.0.2.1"), std::string::npos);
    EXPECT_EQ(line.network.find("192.0.2.1"), std::string::npos);
    const auto me = get("/v1/me", signed_in());
    EXPECT_EQ(me.body["last_sign_in_at"], domain::to_text(now));
}

} // namespace

} // namespace tests
