#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <thread>

#include "payments/mangopay/curl_http.hpp"

namespace {

using payments::mangopay::curl_http;
using payments::mangopay::HttpAnswer;

/// A server of one connection, without any manners.
class OneConnection {
public:
    OneConnection() : listener_(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        EXPECT_EQ(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size), 0);
        EXPECT_EQ(::listen(listener_, 1), 0);
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
    }
    ~OneConnection() { refuse_more(); }
    OneConnection(const OneConnection&) = delete;
    OneConnection& operator=(const OneConnection&) = delete;

    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/transfers"; }
    void refuse_more()
    {
        if (listener_ >= 0) ::close(listener_);
        listener_ = -1;
    }
    int accept() const { return ::accept(listener_, nullptr, nullptr); }
    static void hear(int connection)
    {
        char buffer[4096];
        EXPECT_GT(::recv(connection, buffer, sizeof buffer, 0), 0);
    }

private:
    int listener_;
    int port_ = 0;
};

HttpAnswer post(const std::string& url)
{
    static const auto line = curl_http({});
    return line({"POST", url, "{}", {}});
}

TEST(Connections, ThatAreRefusedCarriedNothing)
{
    OneConnection server;
    server.refuse_more();
    const auto answer = post(server.url());
    EXPECT_EQ(answer.status, 0);
    EXPECT_FALSE(answer.sent);
}

TEST(Connections, ThatEndWithoutAnAnswerMayHaveCarriedIt)
{
    OneConnection server;
    std::thread far([&] {
        const int connection = server.accept();
        server.refuse_more();
        OneConnection::hear(connection);
        ::close(connection);
    });
    const auto answer = post(server.url());
    far.join();
    EXPECT_EQ(answer.status, 0);
    EXPECT_TRUE(answer.sent);
}

/// The next line may come with another certificate under the same name.
TEST(Connections, OfALineAreNotTheNextLines)
{
    OneConnection server;
    bool was_kept = false;
    std::thread far([&] {
        const std::string answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
        int connection = server.accept();
        OneConnection::hear(connection);
        EXPECT_GT(::send(connection, answer.data(), answer.size(), 0), 0);
        char next = 0;
        was_kept = ::recv(connection, &next, 1, MSG_PEEK) > 0;
        if (!was_kept) {
            ::close(connection);
            connection = server.accept();
        }
        OneConnection::hear(connection);
        EXPECT_GT(::send(connection, answer.data(), answer.size(), 0), 0);
        ::close(connection);
    });
    EXPECT_EQ(curl_http({})({"POST", server.url(), "{}", {}}).status, 200);
    EXPECT_EQ(curl_http({})({"POST", server.url(), "{}", {}}).status, 200);
    far.join();
    EXPECT_FALSE(was_kept);
}

TEST(Connections, ThatWereKeptAndBreakMayHaveCarriedIt)
{
    OneConnection server;
    std::thread far([&] {
        const int connection = server.accept();
        OneConnection::hear(connection);
        const std::string answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
        EXPECT_GT(::send(connection, answer.data(), answer.size(), 0), 0);
        OneConnection::hear(connection); // the second request, read and never answered
        server.refuse_more();            // libcurl tries a fresh connection: refused
        ::close(connection);
    });
    EXPECT_EQ(post(server.url()).status, 200);
    const auto answer = post(server.url());
    far.join();
    EXPECT_EQ(answer.status, 0);
    EXPECT_TRUE(answer.sent) << "the first connection carried it";
}

} // namespace
