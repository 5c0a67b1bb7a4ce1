#include <gtest/gtest.h>

#include "api/http/parser.hpp"
#include "tests/http/hostile.hpp"
#include "tests/http/transcript.hpp"

namespace tests::http {
namespace {

TEST(Parser, RefusesWhatTwoReadersCouldUnderstandDifferently)
{
    for (const auto& [name, bytes, status] : hostile_requests()) {
        SCOPED_TRACE(name);
        const std::string told = transcript(bytes, {});
        EXPECT_EQ(told, "refused " + std::to_string(status) + "\n");
    }
}

TEST(Parser, ReadsTheSameHoweverTheBytesAreCut)
{
    for (const auto& [name, bytes, status] : hostile_requests()) {
        SCOPED_TRACE(name);
        for (const std::size_t step : {1U, 2U, 3U, 7U}) {
            EXPECT_EQ(transcript(bytes, {step}), transcript(bytes, {}));
        }
    }
}

TEST(Parser, ReadsARequestWithEverything)
{
    const std::string told = transcript(
        "PATCH /items/a%20b?x=1&x=2&y=c+d%26 HTTP/1.1\r\nHost: h\r\nX-Some:  two words \t\r\n"
        "Content-Length: 5\r\n\r\nhello",
        {});

    EXPECT_EQ(told, "PATCH /items/a%20b [x=1][x=2][y=c d&] host=h x-some=two words "
                    "content-length=5 body=hello\n");
}

TEST(Parser, ReadsPipelinedRequestsOneAfterTheOther)
{
    const std::string told =
        transcript("\r\nGET /a HTTP/1.1\r\nHost: h\r\n\r\n"
                   "POST /b HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: Chunked\r\n\r\n"
                   "3;name=value\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: x\r\n\r\n"
                   "GET /c HTTP/1.0\r\n\r\n",
                   {});

    EXPECT_EQ(told, "GET /a host=h\n"
                    "POST /b host=h transfer-encoding=Chunked body=abcde\n"
                    "GET /c closing\n");
}

TEST(Parser, ReadsAbsoluteTargets)
{
    EXPECT_EQ(transcript("GET http://h:80/a?b=c HTTP/1.1\r\nHost: h\r\n\r\n", {}),
              "GET /a [b=c] host=h\n");
    EXPECT_EQ(transcript("GET http://h HTTP/1.1\r\nHost: h\r\n\r\n", {}), "GET / host=h\n");
    EXPECT_EQ(transcript("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n", {}), "OPTIONS * host=h\n");
}

TEST(Parser, KnowsWhoWantsTheConnectionClosed)
{
    EXPECT_EQ(transcript("GET / HTTP/1.1\r\nHost: h\r\nConnection: x, Close\r\n\r\n", {}),
              "GET / host=h connection=x, Close closing\n");
    EXPECT_EQ(transcript("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", {}),
              "GET / connection=keep-alive\n");
}

TEST(Parser, TakesABodyUpToTheLimitAndNotAByteMore)
{
    const std::string head = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: ";

    EXPECT_TRUE(transcript(head + "1000\r\n\r\n" + std::string(1000, 'a'), {}).ends_with("aaa\n"));
    EXPECT_EQ(transcript(head + "1001\r\n\r\n", {}), "refused 413\n");
}

} // namespace
} // namespace tests::http
