#include <atomic>
#include <chrono>
#include <thread>

#include "tests/sandbox/at_mangopay.hpp"

namespace tests {

namespace {

class Fault : public AtMangopay {
protected:
    const std::string key = "0b5e0000-0000-4000-8000-00000000000a";

    void plan(const json& fault)
    {
        EXPECT_EQ(204, stand_in.control("POST", "/faults", fault).status);
    }
    std::size_t users() { return good(get("/users")).size(); }
};

} // namespace

TEST_F(Fault, ALostAnswerWasExecutedAndCanBeFetched)
{
    plan({{"kind", "drop"}, {"match", "POST /sca/users"}});
    EXPECT_EQ(0, post("/sca/users/natural", payer(), key).status);
    EXPECT_EQ(1U, users());

    const auto kept = good(get("/responses/" + key));
    EXPECT_EQ("200", kept.at("StatusCode"));
    EXPECT_EQ("Ana", kept.at("Resource").at("FirstName"));
    EXPECT_EQ(409, post("/sca/users/natural", payer(), key).status);
    EXPECT_EQ(1U, users());
}

TEST_F(Fault, AServerErrorIsHtmlExecutedOrNot)
{
    plan({{"kind", "server_error"}, {"match", "POST"}});
    const auto before = post("/sca/users/natural", payer(), key);
    EXPECT_EQ(500, before.status);
    EXPECT_EQ("text/html", before.header("content-type"));
    EXPECT_EQ(0U, users());
    EXPECT_EQ(404, get("/responses/" + key).status);

    plan({{"kind", "server_error_after"}, {"match", "POST"}});
    EXPECT_EQ(500, post("/sca/users/natural", payer(), key).status);
    EXPECT_EQ(1U, users());
    EXPECT_EQ(200, get("/responses/" + key).status);
}

TEST_F(Fault, AServerErrorMayBeWhatTheKeyGivesForGood)
{
    plan({{"kind", "server_error_kept"}, {"match", "POST"}});
    EXPECT_EQ(500, post("/sca/users/natural", payer(), key).status);
    EXPECT_EQ(0U, users());

    EXPECT_EQ("500", good(get("/responses/" + key)).at("StatusCode"));
    EXPECT_EQ(409, post("/sca/users/natural", payer(), key).status);
    EXPECT_EQ(0U, users());
}

TEST_F(Fault, WhatIsThereIsMissingOrForbiddenForAMoment)
{
    const auto path =
        "/sca/users/" + good(post("/sca/users/natural", payer())).at("Id").get<std::string>();
    plan({{"kind", "missing"}, {"match", "GET /sca/users/:id"}});
    EXPECT_EQ(404, get(path).status);
    plan({{"kind", "forbidden"}, {"match", "GET /sca/users/:id"}});
    EXPECT_EQ(403, get(path).status);
    EXPECT_EQ(200, get(path).status);
}

TEST_F(Fault, HappensAsOftenAsPlannedAndWhereItMatches)
{
    plan({{"kind", "rate_limited"}, {"count", 2}, {"match", "GET /users"}});
    EXPECT_EQ(200, get("/hooks").status);
    EXPECT_EQ(429, get("/users").status);
    EXPECT_EQ(429, get("/users").status);
    EXPECT_EQ(200, get("/users").status);

    plan({{"kind", "unauthorized"}});
    EXPECT_EQ("invalid_credentials", type_of(get("/users")));
    EXPECT_EQ(200, get("/users").status);

    plan({{"kind", "drop"}, {"count", 5}});
    EXPECT_EQ(5, stand_in.control("GET", "/faults").json().at(0).at("count"));
    EXPECT_EQ(204, stand_in.control("DELETE", "/faults").status);
    EXPECT_EQ(200, get("/users").status);
    EXPECT_EQ(400, stand_in.control("POST", "/faults", {{"kind", "nonsense"}}).status);
}

TEST_F(Fault, ADelayedAnswerIsLateAndBlocksNobody)
{
    plan({{"kind", "delay"}, {"delay_ms", 1500}, {"match", "POST"}});
    const auto began = std::chrono::steady_clock::now();
    std::atomic<bool> is_answered = false;
    std::thread slow([&] {
        EXPECT_EQ(200, post("/sca/users/natural", payer()).status);
        is_answered = true;
    });
    while (users() == 0 && !is_answered)
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    EXPECT_EQ(1U, users()); // already done, not yet answered
    EXPECT_FALSE(is_answered);
    slow.join();
    EXPECT_GE(std::chrono::steady_clock::now() - began, std::chrono::milliseconds{1500});
}

TEST_F(Fault, ControlsAreNotReachableThroughTheApi)
{
    EXPECT_EQ(404, get("/control/state").status);
    EXPECT_EQ(404, ask(stand_in.port(), "GET", "/v2.01/control/state").status);
    EXPECT_EQ(404, stand_in.control("POST", "/payouts/nowhere/return", {}).status);
}

TEST_F(AtMangopay, AnIdempotencyKeyBlocksForADayWhateverTheFirstAnswerWas)
{
    const std::string key = "0b5e0000-0000-4000-8000-00000000000b";
    const auto refused = post("/wallets", {{"Currency", "EUR"}}, key);
    EXPECT_EQ(400, refused.status);
    const auto conflict = post("/sca/users/natural", payer(), key);
    EXPECT_EQ(409, conflict.status);
    EXPECT_EQ("idempotent_creation_conflict", type_of(conflict));
    EXPECT_TRUE(conflict.json().at("errors").is_null());
    const auto kept = good(get("/responses/" + key));
    EXPECT_EQ("400", kept.at("StatusCode"));
    EXPECT_EQ(refused.json(), kept.at("Resource"));
    EXPECT_TRUE(kept.at("RequestURL").get<std::string>().ends_with("/wallets"));
    for (const auto* bad :
         {"too-short", "has_underscore_inside", "x23456789012345678901234567890123456"}) {
        const bool fits = std::string(bad).size() == 36;
        EXPECT_EQ(fits ? 200 : 400, post("/sca/users/natural", payer(), bad).status) << bad;
    }

    stand_in.travel(std::chrono::hours{24});
    token = fresh_token();
    EXPECT_EQ(404, get("/responses/" + key).status);
    EXPECT_EQ(200, post("/sca/users/natural", payer(), key).status);
}

} // namespace tests
