// Where HTTP lets two readers differ: validators, media types, and what every answer carries.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/market/publishing.hpp"

namespace {

using namespace tests;
using ::testing::HasSubstr;

class Edges : public Publishing {
protected:
    Answer edited(const std::string& if_match, const std::map<std::string, std::string>& more = {})
    {
        With with{.bearer = ben.bearer, .headers = more};
        with.headers["if-match"] = if_match;
        return call("PUT", "/v1/me/page", some_page().dump(), with);
    }
    Answer read(const std::string& header, const std::string& value, const std::string& target,
                const std::string& bearer = "")
    {
        return call("GET", target, "", {.bearer = bearer, .headers = {{header, value}}});
    }
    Answer sent_as(const std::string& type, const std::string& body = R"({"language": "fr"})",
                   const std::string& coding = "")
    {
        With with{.bearer = ben.bearer, .headers = {{"content-type", type}, {"if-match", "*"}}};
        if (!coding.empty()) with.headers["content-encoding"] = coding;
        return call("PATCH", "/v1/me", body, with);
    }
    std::string page_path() const { return "/v1/providers/" + ben.id.text(); }
};

TEST_F(Edges, AnEditIsMadeFromAnyVersionThatItNames)
{
    publish(ben);
    EXPECT_EQ(edited("*").status, 200);
    EXPECT_EQ(edited(R"("99", )" + page_etag(ben)).status, 200);
    EXPECT_EQ(edited(R"( , "99",,)" + page_etag(ben) + ", ").status, 200) << "empty elements";
    const auto etag = page_etag(ben);
    EXPECT_EQ(edited(R"("99", "98")").status, 412);
    EXPECT_EQ(edited("W/" + etag).status, 412) << "a weak tag equals nothing";
    EXPECT_EQ(edited(etag.substr(1, etag.size() - 2)).status, 412) << "a tag has quotes";
    EXPECT_EQ(edited(etag + " x").status, 412);
    EXPECT_EQ(edited("*", {{"if-none-match", "*"}}).status, 412);
    EXPECT_EQ(page_etag(ben), etag);
}

TEST_F(Edges, EveryKindOfEditTakesAnyVersion)
{
    publish(ben);
    const auto service = given_a_service(ben, "Ourlet")["id"].get<std::string>();
    EXPECT_EQ(patch("/v1/services/" + service, {{"title", "Ourlets"}}, ben.bearer, "*").status,
              200);
    EXPECT_EQ(patch("/v1/me", {{"language", "en"}}, ben.bearer, "*").status, 200);
    EXPECT_EQ(patch("/v1/me", {{"language", "en"}}, ben.bearer, R"("77")").status, 412);
}

TEST_F(Edges, WhoHasAPageIsNotSentItAgain)
{
    publish(ben);
    const auto etag = page_of(ben).header("etag");
    for (const auto& had : {etag, "W/" + etag, R"("other", W/)" + etag, std::string("*")}) {
        const auto again = read("if-none-match", had, page_path());
        EXPECT_EQ(again.status, 304) << had;
        EXPECT_EQ(again.bytes, "");
        EXPECT_EQ(again.header("etag"), etag);
        EXPECT_EQ(again.header("cache-control"), "public, max-age=60");
        EXPECT_EQ(again.headers.count("content-type"), 0u);
    }
    for (const auto& had : {std::string(R"("other")"), etag.substr(1), std::string("")})
        EXPECT_EQ(read("if-none-match", had, page_path()).status, 200) << had;
    EXPECT_EQ(read("if-none-match", "*", "/v1/providers/" + ana.id.text()).status, 404);
}

TEST_F(Edges, WhatOneOwnsIsReadUnderConditionsToo)
{
    publish(ben);
    const auto etag = page_etag(ben);
    EXPECT_EQ(read("if-none-match", "W/" + etag, "/v1/me/page", ben.bearer).status, 304);
    EXPECT_EQ(read("if-match", etag, "/v1/me/page", ben.bearer).status, 200);
    EXPECT_EQ(read("if-match", R"("77")", "/v1/me/page", ben.bearer).status, 412);
    EXPECT_EQ(read("if-match", "W/" + etag, "/v1/me/page", ben.bearer).status, 412);
}

TEST_F(Edges, ABodyIsWhatItSaysItIs)
{
    for (const auto* type :
         {"application/json", "Application/JSON", "application/json; charset=utf-8",
          "application/json;charset=\"UTF-8\"", "application/merge-patch+json ; x=y"})
        EXPECT_EQ(sent_as(type).status, 200) << type;
    for (const auto* type :
         {"application/jsonp", "application/json5", "application/jsonx; charset=utf-8",
          "text/plain", "application/json; charset=utf-16",
          "application/json; charset=utf-8; charset=utf-7", "application/json; charset",
          "application/json, text/html", "json", "application/", "/", "image/png",
          "application/x-www-form-urlencoded"})
        EXPECT_EQ(sent_as(type).status, 415) << type;
    EXPECT_EQ(sent_as("application/json", "\xEF\xBB\xBF{}").status, 400) << "a byte order mark";
}

TEST_F(Edges, ABodyIsNotDecodedByGuess)
{
    EXPECT_EQ(sent_as("application/json", "{}", "identity").status, 200);
    for (const auto* coding : {"gzip", "br", "identity, gzip", "x"}) {
        const auto refused = sent_as("application/json", "{}", coding);
        EXPECT_EQ(refused.status, 415) << coding;
        EXPECT_EQ(refused.header("accept-encoding"), "identity");
    }
    publish(ben);
    const auto picture = some_picture(true);
    const auto put_as = [&](const std::string& type) {
        return call("PUT", "/v1/me/page/photo", picture,
                    {.bearer = ben.bearer, .headers = {{"content-type", type}}});
    };
    EXPECT_EQ(put_as("image/png").status, 200);
    EXPECT_EQ(put_as("IMAGE/JPEG").status, 200) << "what it really is, is looked at anyway";
    for (const auto* type : {"application/json", "image/svg+xml", "text/html", ""})
        EXPECT_EQ(put_as(type).status, 415) << type;
    EXPECT_EQ(
        call("POST", "/email-verification", "token=x",
             {.headers = {{"content-type", "application/json"}, {"sec-fetch-site", "same-origin"}}})
            .status,
        415);
}

TEST_F(Edges, EveryAnswerSaysWhatItMayNotBecome)
{
    publish(ben);
    const std::vector<Answer> answers = {
        page_of(ben),
        get("/v1/me", ben.bearer),
        get("/v1/me"),
        get("/nothing"),
        call("DELETE", "/v1/terms/terms", "", {}),
        call("OPTIONS", "/v1/me", "", {}),
        call("GET", "/v1/%", "", {}),
        read("x", std::string(20'000, 'x'), "/v1/me"),
        get("/docs"),
        get("/healthz"),
        get("/proposal-refusal?token=" + std::string(40, 'x')),
        read("if-none-match", "*", page_path()),
    };
    std::set<std::string> ids;
    for (const auto& answer : answers) {
        SCOPED_TRACE(std::to_string(answer.status) + " " + answer.bytes.substr(0, 200));
        EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
        EXPECT_EQ(answer.header("cross-origin-opener-policy"), "same-origin");
        EXPECT_EQ(answer.header("cross-origin-resource-policy"), "same-origin");
        EXPECT_EQ(answer.header("referrer-policy"), "no-referrer");
        EXPECT_THAT(answer.header("permissions-policy"), HasSubstr("camera=()"));
        EXPECT_THAT(answer.header("content-security-policy"), HasSubstr("frame-ancestors 'none'"));
        EXPECT_THAT(answer.header("content-security-policy"), HasSubstr("base-uri 'none'"));
        EXPECT_TRUE(ids.insert(answer.header("x-request-id")).second) << "an id of its own";
    }
    const auto photo = get(page_of(ben).body["photo"].get<std::string>());
    EXPECT_EQ(photo.header("cross-origin-resource-policy"), "cross-origin") << "it is public";
    EXPECT_THAT(photo.header("content-security-policy"), HasSubstr("sandbox"));
}

} // namespace
