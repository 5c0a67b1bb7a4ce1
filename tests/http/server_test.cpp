#include <gmock/gmock.h>

#include "api/http/server.hpp"
#include "tests/http/hostile.hpp"
#include "tests/http/world.hpp"

namespace tests::http {
namespace {

using testing::HasSubstr;
using testing::Not;

class Server : public testing::Test {
protected:
    Client client() { return Client(patient_world().server.port()); }
};

TEST_F(Server, AnswersOneRequestAfterTheOther)
{
    Client ana = client();

    for (int i = 0; i < 20; ++i) {
        const Answer answer = ana.get("/items/" + std::to_string(i));
        EXPECT_EQ(answer.status, 200);
        EXPECT_EQ(answer.body, std::to_string(i));
        EXPECT_EQ(answer.header("connection"), "keep-alive");
        EXPECT_THAT(answer.header("date"), HasSubstr(" GMT"));
    }
}

TEST_F(Server, RefusesHostileRequestsAndCloses)
{
    for (const auto& [name, bytes, status] : hostile_requests()) {
        SCOPED_TRACE(name);
        Client eve = client();
        eve.send(bytes);
        const Answer answer = eve.read_answer();
        EXPECT_EQ(answer.status, status);
        EXPECT_EQ(answer.header("connection"), "close");
        EXPECT_TRUE(eve.is_at_end());
    }
}

TEST_F(Server, AnswersPipelinedRequestsInOrder)
{
    Client ana = client();
    std::string requests;
    for (int i = 0; i < 200; ++i) {
        requests += get_request((i % 10 == 0 ? "/slow/" : "/items/") + std::to_string(i));
    }

    ana.send(requests);

    for (int i = 0; i < 200; ++i) {
        const Answer answer = ana.read_answer();
        ASSERT_EQ(answer.status, 200);
        ASSERT_EQ(answer.body, std::to_string(i));
    }
}

TEST_F(Server, KeepsTheOrderWhenAnswersAreTooLargeToBeSentAtOnce)
{
    Client ana = client();
    ana.send(get_request("/big") + get_request("/slow/1") + get_request("/stream") +
             get_request("/hello"));

    EXPECT_EQ(ana.read_answer().body.size(), 8'000'000U);
    EXPECT_EQ(ana.read_answer().body, "1");
    EXPECT_TRUE(ana.read_answer().body == whole_stream());
    EXPECT_EQ(ana.read_answer().body, "hello");
}

TEST_F(Server, KeepsTheOrderWhenASlowAnswerFollowsOneThatDidNotFit)
{
    Client ana(patient_world().server.port(), 4096);
    std::string requests;
    for (int i = 0; i < 40; ++i)
        requests += get_request("/medium") + get_request("/slow/1");
    ana.send(requests);

    for (int i = 0; i < 40; ++i) {
        pause(std::chrono::milliseconds(2));
        ASSERT_EQ(ana.read_answer().body.size(), 200'000U);
        ASSERT_EQ(ana.read_answer().body, "1");
    }
}

TEST_F(Server, TakesARequestThatArrivesByteByByte)
{
    Client ana = client();
    for (const char c : get_request("/items/7"))
        ana.send({&c, 1});

    EXPECT_EQ(ana.read_answer().body, "7");
}

TEST_F(Server, DecodesOnceAndKeepsRepeatedKeysInOrder)
{
    Client ana = client();

    EXPECT_EQ(ana.get("/items/a%2541%2Fb").body, "a%41/b");
    EXPECT_EQ(ana.get("/query?b=2&a=1&b=3&c=%E2%82%AC+x&d").body, "b=2;a=1;b=3;c=€ x;d=;");
    EXPECT_EQ(ana.get("http://localhost/items/7?x=y").body, "7");
}

TEST_F(Server, TakesBodiesWithLengthOrInChunks)
{
    Client ana = client();

    ana.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc");
    EXPECT_EQ(ana.read_answer().body, "abc");

    ana.send("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: "
             "chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n");
    EXPECT_EQ(ana.read_answer().body, "abc");
    EXPECT_EQ(ana.get("/hello").body, "hello");
}

TEST_F(Server, AnswersExpectContinueBeforeTheBody)
{
    Client ana = client();
    ana.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");

    EXPECT_EQ(ana.read_head(), "HTTP/1.1 100 Continue\r\n\r\n");

    ana.send("abc");
    EXPECT_EQ(ana.read_answer().body, "abc");
}

TEST_F(Server, RefusesALargeBodyBeforeReadingIt)
{
    Client eve = client();
    eve.send(
        "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 1001\r\nExpect: 100-continue\r\n\r\n");

    const Answer answer = eve.read_answer();
    EXPECT_EQ(answer.status, 413);
    EXPECT_TRUE(eve.is_at_end());
}

/// As well as TCP lets it: on a busy machine a reset may overtake the answer now and then.
TEST_F(Server, LetsTheClientReadItsRefusalWhileItStillSends)
{
    int status = 0;
    for (int attempt = 0; attempt < 10 && status == 0; ++attempt) {
        Client eve = client();
        eve.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 9000000\r\n\r\n");
        eve.send(std::string(4'000'000, 'x'));
        status = eve.read_answer().status;
    }

    EXPECT_EQ(status, 413);
}

TEST_F(Server, AnswersHeadOptionsAndWrongMethodsByItself)
{
    Client ana = client();

    ana.send("HEAD /hello HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(ana.read_answer(true).header("content-length"), "5");
    ana.send("HEAD /stream HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(ana.read_answer(true).status, 200);
    ana.send("HEAD /nowhere HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(ana.read_answer(true).status, 404);
    ana.send("OPTIONS /items/1 HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(ana.read_answer().header("allow"), "GET, HEAD, OPTIONS, PUT");
    ana.send("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(ana.read_answer().status, 204);
    ana.send("DELETE /items/1 HTTP/1.1\r\nHost: h\r\n\r\n");
    const Answer refused = ana.read_answer();
    EXPECT_EQ(refused.status, 405);
    EXPECT_EQ(refused.header("allow"), "GET, HEAD, OPTIONS, PUT");
    EXPECT_EQ(ana.get("/nowhere").status, 404);
    EXPECT_EQ(ana.get("/hello").body, "hello");
}

TEST_F(Server, EndsTheConnectionRatherThanReadABodyNobodyWants)
{
    Client eve = client();
    eve.send("POST /nowhere HTTP/1.1\r\nHost: h\r\nContent-Length: 40\r\n\r\n" +
             get_request("/hello"));

    const Answer answer = eve.read_answer();
    EXPECT_EQ(answer.status, 404);
    EXPECT_EQ(answer.header("connection"), "close");
    EXPECT_TRUE(eve.is_at_end());
}

TEST_F(Server, TellsTheHandlerItsRoute)
{
    Client ana = client();
    ana.send("PUT /items/7 HTTP/1.1\r\nHost: h\r\n\r\n");

    EXPECT_EQ(ana.read_answer().body, "/items/:id");
}

TEST_F(Server, SendsNoBodyWhereNoneBelongs)
{
    Client ana = client();
    const Answer answer = ana.get("/none");

    EXPECT_EQ(answer.status, 204);
    EXPECT_EQ(answer.header("content-length"), "");
    EXPECT_EQ(ana.get("/hello").body, "hello");
}

TEST_F(Server, ClosesWhenAsked)
{
    for (const char* request : {"GET /hello HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n",
                                "GET /hello HTTP/1.0\r\n\r\n"}) {
        Client ana = client();
        ana.send(request);
        const Answer answer = ana.read_answer();
        EXPECT_EQ(answer.body, "hello");
        EXPECT_EQ(answer.header("connection"), "close");
        EXPECT_TRUE(ana.is_at_end());
    }

    Client old = client();
    old.send("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(old.read_answer().header("connection"), "keep-alive");
    EXPECT_EQ(old.get("/hello").body, "hello");
}

TEST_F(Server, StreamsToHttp10WithoutChunks)
{
    Client old = client();
    old.send("GET /stream HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");

    const Answer answer = old.read_answer();
    EXPECT_EQ(answer.header("transfer-encoding"), "");
    EXPECT_TRUE(answer.body == whole_stream());
}

TEST_F(Server, AnswersAClientThatClosedItsSendingSide)
{
    for (const char* path : {"/hello", "/slow/1", "/big", "/stream"}) {
        SCOPED_TRACE(path);
        Client ana = client();
        ana.send(get_request(path));
        ana.close_sending();
        EXPECT_TRUE(ana.read_answer().complete);
    }
}

TEST_F(Server, HidesWhatAHandlerThrows)
{
    Client ana = client();
    for (const char* path : {"/throws-int", "/throws-secret", "/slow-throws", "/splits"}) {
        SCOPED_TRACE(path);
        const Answer answer = ana.get(path);
        EXPECT_EQ(answer.status, 500);
        EXPECT_EQ(answer.body, "Internal Server Error\n");
        EXPECT_EQ(answer.header("set-cookie"), "");
    }
}

TEST_F(Server, CutsAStreamThatBreaks)
{
    Client ana = client();
    const Answer answer = ana.get("/torn");

    EXPECT_FALSE(answer.complete);
    EXPECT_EQ(answer.body.size(), 5 * piece_of_stream(0).size());
}

TEST_F(Server, LosesAnAnswerOnPurpose)
{
    Client ana = client();
    ana.send(get_request("/hello") + get_request("/lost"));

    EXPECT_EQ(ana.read_answer().body, "hello");
    EXPECT_EQ(ana.read_answer().status, 0);
}

} // namespace
} // namespace tests::http
