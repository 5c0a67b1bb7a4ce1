#include "tests/sandbox/at_mangopay.hpp"

namespace tests {

TEST_F(AtMangopay, TheRightKeyGetsATokenForTwentyMinutes)
{
    const auto answer = issue_token("entremise-demo:demo-api-key");
    EXPECT_EQ(200, answer.status);
    EXPECT_EQ("bearer", answer.json().at("token_type"));
    EXPECT_EQ(1199, answer.json().at("expires_in"));
    EXPECT_NE(token, answer.json().at("access_token"));
    EXPECT_EQ(200, get("/users").status);

    stand_in.travel(std::chrono::minutes{20});

    const auto expired = get("/users");
    EXPECT_EQ(401, expired.status);
    EXPECT_EQ("invalid_credentials", type_of(expired));
    token = fresh_token();
    EXPECT_EQ(200, get("/users").status);
}

TEST_F(AtMangopay, WrongCredentialsGetNoToken)
{
    for (const auto* basic : {"entremise-demo:wrong", "nobody:demo-api-key", "no-colon"}) {
        const auto answer = issue_token(basic);
        EXPECT_EQ(401, answer.status) << basic;
        EXPECT_EQ("invalid_client", answer.json().at("error")) << basic;
    }
    token = "made-up";
    EXPECT_EQ("invalid_credentials", type_of(get("/users")));
}

TEST_F(AtMangopay, PathsAreReadAsTheOfficialClientsWriteThem)
{
    const WireHeaders bearer = {{"Authorization", "Bearer " + token}};
    for (const auto* path :
         {"/v2.01/entremise-demo/users/", "/V2_01/entremise-demo/Users",
          "/v2_01/Entremise-Demo/users", "/v2.01/entremise-demo/users?Page=1&Per_Page=5"}) {
        EXPECT_EQ(200, ask(stand_in.port(), "GET", path, "", bearer).status) << path;
    }
    const auto unknown = ask(stand_in.port(), "GET", "/v2.01/entremise-demo/nothing", "", bearer);
    EXPECT_EQ(404, unknown.status);
    EXPECT_EQ("ressource_not_found", type_of(unknown));
}

TEST_F(AtMangopay, EveryAnswerTellsTheRateOfFourWindowsOnLinesOfTheirOwn)
{
    const auto answer = get("/users");
    const auto before = answer.all("x-ratelimit");
    ASSERT_EQ(4U, before.size());
    EXPECT_EQ(4U, answer.all("x-ratelimit-reset").size());
    ASSERT_EQ(4U, answer.all("x-ratelimit-remaining").size());
    const auto after = get("/users/nobody");
    EXPECT_EQ(404, after.status);
    EXPECT_EQ(std::stoi(before[3]) + 1, std::stoi(after.all("x-ratelimit")[3]));

    stand_in.control("PUT", "/settings", {{"rate_limit_scale", 0}});
    const auto refused = get("/users");
    EXPECT_EQ(429, refused.status);
    EXPECT_EQ("rate_limit", type_of(refused));
    EXPECT_EQ("0", refused.all("x-ratelimit-remaining")[0]);
}

TEST_F(AtMangopay, ABodylessPostSaysSoOrIsRefused)
{
    const auto user = given_owner();
    const auto path = "/v2.01/entremise-demo/sca/users/" + user + "/enrollment";
    const int socket = wire::connected(stand_in.port());
    const auto text = "POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" +
                      "Authorization: Bearer " + token + "\r\n\r\n";
    ASSERT_EQ(static_cast<ssize_t>(text.size()), ::send(socket, text.data(), text.size(), 0));
    EXPECT_EQ(411, wire::parsed(wire::everything_from(socket)).status);
    ::close(socket);

    EXPECT_EQ(200, post("/sca/users/" + user + "/enrollment", nullptr).status);
}

} // namespace tests
