#include <thread>

#include "domain/access/credential_store.hpp"
#include "domain/access/email_change_store.hpp"
#include "domain/access/mailed_token_store.hpp"
#include "domain/access/second_factor.hpp"
#include "domain/access/totp.hpp"
#include "tests/accounts/registered.hpp"

namespace tests {

namespace {

using namespace std::chrono_literals;

/// Ana, registered, who moves to another mailbox.
class ChangingTheAddress : public Registered {
protected:
    const std::string new_email = "ana.martin@example.net";

    Answer ask(const std::string& bearer, const json& more = json::object())
    {
        json body = {{"email", new_email}, {"password", password}};
        body.update(more);
        return post("/v1/me/email", body, bearer);
    }

    Answer follow(const std::string& token)
    {
        return post("/v1/email-changes", {{"token", token}, {"password", password}});
    }

    /// Delivers what is due; the token in the last mail to `address`.
    std::string token_sent_to(const std::string& address)
    {
        run_jobs();
        const auto mails = mailbox.to(address);
        return mails.empty() ? "" : token_in(mails.back());
    }

    std::string last_mail_to(const std::string& address)
    {
        run_jobs();
        const auto mails = mailbox.to(address);
        return mails.empty() ? "" : readable(mails.back());
    }

    std::string address_of(const std::string& bearer)
    {
        return get("/v1/me", bearer).body.value("email", "");
    }

    void given_a_neighbour(const std::string& address)
    {
        sign_up(address);
        verify(token_sent_to(address));
    }

    /// What came back, less what differs by nature.
    static std::string bare(Answer answer)
    {
        answer.body.erase("request_id");
        answer.headers.erase("x-request-id");
        std::string all = std::to_string(answer.status) + answer.body.dump();
        for (const auto& [name, value] : answer.headers)
            all += "\n" + name + ": " + value;
        return all;
    }

    std::vector<std::string> logged_events()
    {
        return db.read([](domain::Transaction& tx) {
            return tx.all<std::string>("SELECT event FROM connection_log ORDER BY id");
        });
    }
};

TEST_F(ChangingTheAddress, TakesEffectWhenTheLinkIsFollowed)
{
    given_ana();
    const auto here = signed_in();
    const auto elsewhere = signed_in();
    const auto etag = get("/v1/me", here).header("etag");

    ASSERT_EQ(ask(here).status, 202);
    const auto token = token_sent_to(new_email);
    EXPECT_NE(last_mail_to(email).find("Une autre adresse vient d'être donnée"), std::string::npos);
    EXPECT_EQ(address_of(here), email); // nothing changes before
    EXPECT_EQ(sign_in({{"email", new_email}}).status, 401);

    EXPECT_EQ(follow(token).status, 200);

    EXPECT_EQ(get("/v1/me", here).status, 401);
    EXPECT_EQ(get("/v1/me", elsewhere).status, 401);
    EXPECT_EQ(sign_in().status, 401);
    const auto again = signed_in({{"email", new_email}});
    EXPECT_EQ(address_of(again), new_email);
    EXPECT_EQ(get("/v1/me", again).body["email_verified"], true);
    EXPECT_EQ(patch("/v1/me", {{"language", "en"}}, again, etag).status, 412);
    EXPECT_EQ(follow(token).status, 422);
    EXPECT_NE(last_mail_to(email).find("n'y donne plus accès"), std::string::npos);
    EXPECT_EQ(logged_events(),
              (std::vector<std::string>{"sign_up", "sign_in", "sign_in", "email_change_request",
                                        "email_change", "sign_in"}));
}

TEST_F(ChangingTheAddress, LeavesTheFormerMailboxWithoutPower)
{
    given_ana();
    const auto here = signed_in();
    post("/v1/password-resets", {{"email", email}});
    const auto reset = token_sent_to(email);
    ASSERT_NE(reset, "");
    ask(here);
    const auto token = token_sent_to(new_email);
    post("/v1/password-resets", {{"email", email}}); // its mail has not gone out yet

    ASSERT_EQ(follow(token).status, 200);
    const auto before = mailbox.to(email).size();
    run_jobs();

    const json wish = {{"token", reset}, {"password", "quatre tortues vertes dansent"}};
    EXPECT_EQ(put("/v1/password", wish, "").status, 422);
    const auto mails = mailbox.to(email);
    ASSERT_EQ(mails.size(), before + 1); // the last notice
    EXPECT_EQ(token_in(mails.back()), "");
    EXPECT_EQ(mailbox.to(new_email).size(), 1U);
    given_a_neighbour(email); // free for anybody
    EXPECT_EQ(sign_in().status, 201);
}

TEST_F(ChangingTheAddress, AnswersAlikeForAKnownAddressAndTellsItsOwner)
{
    given_ana();
    given_a_neighbour("ben@example.org");
    const auto here = signed_in();
    const auto mails = mailbox.to("ben@example.org").size();

    const auto unknown = ask(here, {{"email", "nobody@example.org"}});
    const auto known = ask(here, {{"email", "ben@example.org"}});

    EXPECT_EQ(known.status, 202);
    EXPECT_EQ(bare(known), bare(unknown));
    EXPECT_EQ(token_sent_to("ben@example.org"), "");
    EXPECT_EQ(mailbox.to("ben@example.org").size(), mails + 1);
    EXPECT_NE(last_mail_to("ben@example.org").find("déjà un compte"), std::string::npos);
    EXPECT_EQ(count("mailed_tokens"), 0);
}

TEST_F(ChangingTheAddress, RefusesAnAddressTakenMeanwhileLikeAnyDeadLink)
{
    given_ana();
    const auto here = signed_in();
    ask(here);
    const auto token = token_sent_to(new_email);
    given_a_neighbour(new_email);

    const auto taken = follow(token);

    EXPECT_EQ(taken.status, 422);
    EXPECT_EQ(bare(taken), bare(follow("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq")));
    EXPECT_EQ(address_of(here), email);
    EXPECT_EQ(sign_in().status, 201);
}

TEST_F(ChangingTheAddress, OfTwoWhoFollowTheirLinksAtOnceOneGetsIt)
{
    std::vector<Someone> both = {given_a_client("Ana"), given_a_client("Eve")};
    db.transaction([&](domain::Transaction& tx) {
        for (const auto& who : both)
            domain::access::write_password(tx, who.id, domain::password_hash(password));
    });
    for (int round = 0; round < 8; ++round) {
        now += 1min; // five tries of a password a minute
        const auto wanted =
            domain::accounts::Email::parse("shared" + std::to_string(round) + "@example.net")
                .value();
        std::vector<std::string> tokens;
        for (const auto& who : both) {
            tokens.push_back(db.transaction([&](domain::Transaction& tx) {
                using namespace domain::access;
                using namespace domain::accounts;
                lock(tx, who.id);
                drop_waiting_change(tx, who.id);
                write_waiting_change(tx, who.id, wanted, who.email);
                return issue_token(tx, who.id, domain::access::TokenPurpose::email_change);
            }));
        }
        std::array<int, 2> statuses{};
        std::vector<std::thread> followers;
        for (std::size_t i = 0; i < 2; ++i)
            followers.emplace_back([&, i] { statuses[i] = follow(tokens[i]).status; });
        for (auto& follower : followers)
            follower.join();
        EXPECT_EQ(std::min(statuses[0], statuses[1]), 200);
        EXPECT_EQ(std::max(statuses[0], statuses[1]), 422);
    }
}

TEST_F(ChangingTheAddress, NeedsThePasswordAndAnAddressThatIsAnother)
{
    given_ana();
    const auto here = signed_in();

    const auto refused = ask(here, {{"password", "not this one at all"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.body["errors"][0]["field"], "password");
    for (const auto* address : {"x", "Ana@Example.org"}) {
        const auto wrong = ask(here, {{"email", address}});
        EXPECT_EQ(wrong.status, 422) << address;
        EXPECT_EQ(wrong.body["errors"][0]["field"], "email");
    }
    EXPECT_EQ(ask("").status, 401);
    run_jobs();
    EXPECT_TRUE(mailbox.to(new_email).empty());
    EXPECT_EQ(count("email_changes"), 0);
}

TEST_F(ChangingTheAddress, NeedsTheCodeWhereThereIsASecondFactor)
{
    auto sam = given_staff();
    const auto secret = db.transaction([&](domain::Transaction& tx) {
        using namespace domain::access;
        write_password(tx, sam.id, domain::password_hash(password));
        enrol(tx, sam.id, "Entremise");
        confirm_totp(tx, sam.id);
        return credentials_of(tx, sam.id).totp_secret;
    });

    const auto asked = ask(sam.bearer);
    EXPECT_EQ(asked.status, 401);
    EXPECT_EQ(asked.body["title"], "second_factor_needed");
    EXPECT_EQ(ask(sam.bearer, {{"code", "000000"}}).status, 401);
    const auto code = domain::access::code_at(secret, now);
    ASSERT_EQ(ask(sam.bearer, {{"code", code}}).status, 202);

    EXPECT_EQ(follow(token_sent_to(new_email)).status, 200);
    now += 1min;
    EXPECT_EQ(
        sign_in({{"email", new_email}, {"code", domain::access::code_at(secret, now)}}).status,
        201);
}

TEST_F(ChangingTheAddress, TheLastRequestReplacesTheOthers)
{
    given_ana();
    const auto here = signed_in();
    ask(here, {{"email", "first@example.net"}});
    const auto first = token_sent_to("first@example.net");
    ask(here, {{"email", "second@example.net"}}); // its mail has not gone out yet
    ask(here, {{"email", "third@example.net"}});
    const auto third = token_sent_to("third@example.net");

    EXPECT_TRUE(mailbox.to("second@example.net").empty());
    EXPECT_EQ(follow(first).status, 422);
    EXPECT_EQ(follow(third).status, 200);
    EXPECT_EQ(address_of(signed_in({{"email", "third@example.net"}})), "third@example.net");
}

TEST_F(ChangingTheAddress, IsCalledOffByANewPassword)
{
    given_ana();
    const auto here = signed_in();
    ask(here);
    const auto token = token_sent_to(new_email);

    const json wish = {{"current_password", password},
                       {"password", "quatre tortues vertes dansent"}};
    ASSERT_EQ(put("/v1/me/password", wish, here).status, 204);

    EXPECT_EQ(follow(token).status, 422);
    EXPECT_EQ(count("email_changes"), 0);
}

TEST_F(ChangingTheAddress, LinksLiveThreeDaysAndWhatTheyNeededAWeek)
{
    given_ana();
    ask(signed_in());
    const auto token = token_sent_to(new_email);

    now += 72h;
    EXPECT_EQ(follow(token).status, 422);
    EXPECT_EQ(count("email_changes"), 1);
    now += 120h;
    run_jobs();
    EXPECT_EQ(count("email_changes"), 0);

    ask(signed_in());
    ASSERT_EQ(follow(token_sent_to(new_email)).status, 200);
    EXPECT_EQ(count("email_changes WHERE new_email IS NULL"), 1);
    now += 192h;
    run_jobs();
    EXPECT_EQ(count("email_changes"), 0);
}

TEST_F(ChangingTheAddress, IsAskedForOncePerKeyAndNotTooOften)
{
    given_ana();
    const auto here = signed_in();
    const auto body = json{{"email", new_email}, {"password", password}}.dump();
    const With with{.bearer = here, .key = "the-same-key-twice"};
    const auto first = call("POST", "/v1/me/email", body, with);
    const auto second = call("POST", "/v1/me/email", body, with);
    EXPECT_EQ(second.bytes, first.bytes);
    token_sent_to(new_email);
    EXPECT_EQ(mailbox.to(new_email).size(), 1U);

    for (int i = 0; i < 10; ++i) {
        now += 1min; // five tries of the password a minute
        EXPECT_EQ(ask(here).status, 202);
        run_jobs();
    }
    const auto last = token_sent_to(new_email);
    EXPECT_EQ(mailbox.to(new_email).size(), 5U); // an hour, to one address
    ASSERT_EQ(ask(here).status, 202);
    EXPECT_EQ(follow(last).status, 200) << "what goes beyond voids nothing";
}

TEST_F(ChangingTheAddress, FollowingALinkMakesNoNetworkTheOwners)
{
    given_ana();
    ask(signed_in());
    const auto token = token_sent_to(new_email);
    const json body = {{"token", token}, {"password", password}};
    const With from_afar{.headers = {{"x-real-ip", "198.51.100.7"}}};
    ASSERT_EQ(call("POST", "/v1/email-changes", body.dump(), from_afar).status, 200);

    for (int i = 0; i < 5; ++i)
        sign_in({{"email", new_email}, {"password", "wrong wrong wrong"}}, "198.51.100.8");

    EXPECT_EQ(sign_in({{"email", new_email}}, "198.51.100.7").status, 429);
    EXPECT_EQ(sign_in({{"email", new_email}}).status, 201); // where she always signed in
}

TEST_F(ChangingTheAddress, NothingPersonalRestsInTheClear)
{
    given_ana();
    ask(signed_in());
    const auto token = token_sent_to(new_email);

    const auto rows = db.read([](domain::Transaction& tx) {
        auto all =
            tx.all<std::string>("SELECT new_email || ' ' || former_email FROM email_changes");
        for (const auto* sql : {"SELECT subject || ' ' || detail FROM events",
                                "SELECT key || ' ' || body_index || ' ' || answer FROM "
                                "idempotency_keys",
                                "SELECT bucket FROM rate_counters",
                                "SELECT token_sha256 || ' ' || purpose FROM mailed_tokens"}) {
            for (const auto& row : tx.all<std::string>(sql))
                all.push_back(row);
        }
        return all;
    });

    ASSERT_GT(rows.size(), 5U);
    for (const auto& row : rows) {
        EXPECT_EQ(row.find("example."), std::string::npos) << row;
        EXPECT_EQ(row.find(token), std::string::npos) << row;
    }
}

} // namespace

} // namespace tests
