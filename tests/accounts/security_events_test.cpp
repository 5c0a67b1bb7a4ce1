// Attacks leave a trace: one line of log each, which names nobody.

#include <gmock/gmock.h>

#include <sstream>

#include "api/pipeline/security_watch.hpp"
#include "domain/access/attempts.hpp"
#include "domain/access/security_event.hpp"
#include "domain/access/totp.hpp"
#include "tests/accounts/registered.hpp"

namespace tests {

namespace {

using namespace std::chrono_literals;
using domain::access::SecurityEvent;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr auto network = "192.0.2.7";

class SecurityEvents : public Registered {
protected:
    /// The security lines of what `act` did, in order.
    std::vector<json> watched(const std::function<void()>& act)
    {
        testing::internal::CaptureStderr();
        act();
        written_ = testing::internal::GetCapturedStderr();
        std::istringstream lines(written_);
        std::vector<json> events;
        for (std::string line; std::getline(lines, line);) {
            auto read = json::parse(line);
            if (read.at("event") == "security") events.push_back(std::move(read));
        }
        expect_nobody_named();
        return events;
    }
    static std::vector<std::string> kinds(const std::vector<json>& events)
    {
        std::vector<std::string> all;
        for (const auto& event : events)
            all.push_back(event.at("kind"));
        return all;
    }
    std::vector<std::string> kinds_of(const std::function<void()>& act)
    {
        return kinds(watched(act));
    }

    With from(const std::string& bearer = "") const
    {
        return {.bearer = bearer, .headers = {{"x-real-ip", network}}};
    }
    Answer send(const std::string& method, const std::string& path, const json& body,
                const std::string& bearer = "")
    {
        return call(method, path, body.is_null() ? "" : body.dump(), from(bearer));
    }
    Answer try_to_sign_in(const json& more = json::object())
    {
        json body = {{"email", email}, {"password", password}};
        body.update(more);
        return send("POST", "/v1/sessions", body);
    }

    domain::AccountId ana()
    {
        return db.read([&](domain::Transaction& tx) {
            return domain::accounts::find_by_email(tx,
                                                   domain::accounts::Email::parse(email).value())
                ->id;
        });
    }

private:
    /// Whatever happened: no address, name, account, secret or network in the clear.
    void expect_nobody_named() const
    {
        for (const auto* clear : {"ana", "example.org", "Martin", "acc_", "192.0.2", "chevaux",
                                  "ses-", "ark_", "abcdefghij", "000000", "wrong wrong"})
            EXPECT_EQ(written_.find(clear), std::string::npos) << clear << " in " << written_;
    }

    std::string written_;
};

TEST_F(SecurityEvents, OfAFailedSignInAreKnownByTheIndexesThatRowsHaveToo)
{
    given_ana();
    const auto events = watched([&] { try_to_sign_in({{"password", "wrong wrong wrong"}}); });

    ASSERT_EQ(kinds(events), std::vector<std::string>{"sign_in_refused"});
    const auto& event = events[0];
    EXPECT_EQ(event.at("level"), "warning");
    EXPECT_EQ(event.at("operation"), "open_session");
    EXPECT_EQ(event.at("request_id").get<std::string>().size(), 16U);
    EXPECT_EQ(event.at("account"), "");
    db.read([&](domain::Transaction& tx) {
        EXPECT_EQ(event.at("address"),
                  tx.one<std::string>("SELECT email_index FROM accounts WHERE id = :id", ana()));
        EXPECT_EQ(event.at("network"), domain::access::network_index(tx, {network, ""}));
    });
}

TEST_F(SecurityEvents, TellOfCodesProofsAndLinksThatWereRefused)
{
    given_ana();
    const auto bearer = signed_in();
    EXPECT_THAT(
        kinds_of([&] {
            send("POST", "/v1/me/second-factor", {{"password", "wrong wrong wrong"}}, bearer);
        }),
        ElementsAre("proof_refused"));
    EXPECT_THAT(kinds_of([&] {
                    send("PUT", "/v1/password",
                         {{"token", "abcdefghijklmnopqrstuvwxyz"}, {"password", password}});
                }),
                ElementsAre("link_refused"));
    db.transaction([&](domain::Transaction& tx) {
        domain::access::write_totp(tx, ana(), domain::access::fresh_totp_secret());
        domain::access::confirm_totp(tx, ana());
    });
    EXPECT_THAT(kinds_of([&] { try_to_sign_in(); }), IsEmpty()) << "the code comes next";
    EXPECT_THAT(kinds_of([&] {
                    try_to_sign_in({{"code", "000000"}});
                }),
                ElementsAre("code_refused"));
    const auto ticket = try_to_sign_in().body.value("ticket", "");
    const auto codes = watched([&] {
        send("POST", "/v1/sessions", {{"ticket", ticket}, {"code", "000000"}});
    });
    EXPECT_THAT(kinds(codes), ElementsAre("code_refused"));
    EXPECT_EQ(codes[0].at("account"), vault.blind_index("account", ana().text()));
    const auto proofs = watched([&] {
        send("POST", "/v1/me/closure", {{"password", password}, {"code", "000000"}}, bearer);
    });
    EXPECT_THAT(kinds(proofs), ElementsAre("proof_refused"));
    EXPECT_EQ(proofs[0].at("account"), vault.blind_index("account", ana().text()));
}

TEST_F(SecurityEvents, TellOfThePageBehindALinkToo)
{
    const With form{.headers = {{"x-real-ip", network},
                                {"sec-fetch-site", "same-origin"},
                                {"content-type", "application/x-www-form-urlencoded"}}};
    EXPECT_THAT(kinds_of([&] {
                    call("POST", "/email-change",
                         "token=abcdefghijklmnopqrstuvwxyz&password=x&key=0123456789", form);
                }),
                ElementsAre("link_refused"));
}

TEST_F(SecurityEvents, TellOfWhoeverKnocksAtOthersDoors)
{
    given_ana();
    const auto bearer = signed_in();
    EXPECT_THAT(kinds_of([&] { send("GET", "/v1/staff/archive-keys", nullptr, bearer); }),
                ElementsAre("actor_refused"));
    EXPECT_THAT(kinds_of([&] { send("GET", "/v1/me", nullptr, "ses-no.such.session"); }),
                ElementsAre("session_refused"));
    EXPECT_THAT(kinds_of([&] { send("GET", "/v1/archive/invoices", nullptr, "ark_nothing"); }),
                ElementsAre("session_refused"));
    EXPECT_THAT(kinds_of([&] { send("GET", "/hooks/mangopay/abcdefghijkl", nullptr); }),
                ElementsAre("hook_refused"));
    EXPECT_THAT(kinds_of([&] {
                    try_to_sign_in({{"channel", "cookie"}});
                }),
                ElementsAre("origin_refused"));
    EXPECT_THAT(kinds_of([&] { send("GET", "/v1/me", nullptr); }), IsEmpty())
        << "whoever is not signed in is nobody's attack";
    EXPECT_THAT(kinds_of([&] { send("GET", "/v1/orders/ord_1", nullptr, bearer); }), IsEmpty());
}

TEST_F(SecurityEvents, TellOfLimits)
{
    given_ana();
    const auto seen = kinds_of([&] {
        for (int i = 0; i < 8; ++i)
            try_to_sign_in({{"password", "wrong wrong wrong"}});
    });
    EXPECT_EQ(std::ranges::count(seen, "sign_in_refused"), 5);
    EXPECT_EQ(std::ranges::count(seen, "limit_reached"), 3);
}

TEST_F(SecurityEvents, TellOfWhatASuccessfulAttackWouldDo)
{
    given_ana();
    const auto bearer = signed_in();
    const auto index = vault.blind_index("account", ana().text());
    const auto signed_in_again = watched([&] { try_to_sign_in(); });
    EXPECT_THAT(kinds(signed_in_again), ElementsAre("signed_in"));
    EXPECT_EQ(signed_in_again[0].at("account"), index);
    EXPECT_THAT(kinds_of([&] { send("DELETE", "/v1/sessions", nullptr, bearer); }),
                ElementsAre("sessions_ended"));
    EXPECT_THAT(kinds_of([&] {
                    send("POST", "/v1/password-resets", {{"email", email}});
                }),
                ElementsAre("password_reset_asked"));
    run_jobs();
    const auto token = token_in(mailbox.mails.back());
    const auto set = watched([&] {
        send("PUT", "/v1/password", {{"token", token}, {"password", password}});
    });
    EXPECT_THAT(kinds(set), ElementsAre("password_set_by_link"));
    EXPECT_EQ(set[0].at("account"), index);
    const auto again = signed_in();
    EXPECT_THAT(kinds_of([&] { send("PATCH", "/v1/me", {{"language", "en"}}, again); }), IsEmpty());
    EXPECT_THAT(kinds_of([&] {
                    send("POST", "/v1/me/closure", {{"password", password}}, again);
                }),
                ElementsAre("closure_asked"));
}

TEST_F(SecurityEvents, TellOfBytesThatAreNoRequest)
{
    api::http::Request request;
    request.remote_address = network;
    using api::http::Trouble;
    EXPECT_THAT(kinds_of([&] { api::note_trouble(vault, Trouble::malformed, &request); }),
                ElementsAre("transport_refused"));
    EXPECT_THAT(kinds_of([&] { api::note_trouble(vault, Trouble::busy, nullptr); }),
                ElementsAre("transport_refused"));
    EXPECT_THAT(kinds_of([&] { api::note_trouble(vault, Trouble::not_found, &request); }),
                IsEmpty());
}

/// Whatever makes a sensitive change is among what is logged.
TEST_F(SecurityEvents, KnowEverySensitiveRoute)
{
    for (const auto& route : api::routes()) {
        if (route.operation == "start_second_factor") continue; // its confirmation is
        if (route.dress == api::Dress::page) continue;          // what it performs is
        EXPECT_EQ(api::is_watched(route.operation),
                  route.sensitive.has_value() || route.operation == "confirm_second_factor" ||
                      route.operation.starts_with("end_") ||
                      route.operation.starts_with("revoke_") || route.operation == "open_session" ||
                      route.operation == "request_password_reset")
            << route.operation;
    }
}

/// For whoever reads the log: ops/deployment/security-log.md says what to do with it.
TEST(SecurityEventReference, IsWhatTheTableSays)
{
    auto text =
        "# Security events\n\n" + generated_by("tests_accounts --gtest_filter='*Reference*'") +
        "Lines of the log with `\"event\": \"security\"`, by `kind`. What to do with them:\n"
        "[the security log](../deployment/security-log.md).\n\n"
        "| kind | level | meaning |\n|---|---|---|\n";
    for (const auto event : domain::values_of<SecurityEvent>()) {
        const auto& rows = domain::access::security_events();
        const auto row = std::ranges::find(rows, event, &domain::access::SecurityRow::event);
        ASSERT_NE(row, rows.end());
        text.append("| ").append(row->name).append(" | ");
        text.append(row->level == domain::Level::warning ? "warning" : "info").append(" | ");
        text.append(row->meaning).append(" |\n");
    }
    expect_file("ops/reference/security-events.md", text);
}

} // namespace

} // namespace tests
