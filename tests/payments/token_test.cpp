// What Mangopay's token endpoint does to those who need a token.

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

#include "payments/mangopay/session.hpp"

namespace {

using namespace std::chrono_literals;
using payments::mangopay::HttpAnswer;
using payments::mangopay::HttpRequest;
using payments::mangopay::Session;

/// Mangopay as far as a session sees it, and a watch that a story moves.
class Tokens : public ::testing::Test {
protected:
    HttpAnswer answered(const HttpRequest& request)
    {
        if (!request.url.ends_with("/oauth/token")) return {200, "{}", {}};
        ++asked;
        std::unique_lock lock(mutex);
        opened.wait(lock, [this] { return is_open; });
        if (is_failing) return {0, {}, {}, "timed out"};
        return {200, R"({"access_token": "t", "expires_in": 1200})", {}};
    }

    void open()
    {
        const std::scoped_lock lock(mutex);
        is_open = true;
        opened.notify_all();
    }
    void close()
    {
        const std::scoped_lock lock(mutex);
        is_open = false;
    }

    std::future<HttpAnswer> called()
    {
        return std::async(std::launch::async, [this] { return session.call("GET", "/users"); });
    }
    static bool was_sent(std::future<HttpAnswer>& call) { return call.get().sent; }
    bool is_answered(std::future<HttpAnswer>& call)
    {
        return call.wait_for(20s) == std::future_status::ready;
    }

    std::mutex mutex;
    std::condition_variable opened;
    bool is_open = true, is_failing = true;
    std::atomic<int> asked = 0;
    std::atomic<std::chrono::steady_clock::time_point> watch{};
    Session session{{"http://127.0.0.1:1", "us", "key"},
                    [this](const HttpRequest& request) { return answered(request); },
                    [] { return domain::Instant{}; },
                    [this] { return watch.load(); }};
};

TEST_F(Tokens, AreAskedForOnceInAWhileWhileThereAreNone)
{
    for (int times = 0; times < 5; ++times)
        EXPECT_FALSE(session.call("GET", "/users").sent);
    EXPECT_EQ(asked, 1);

    watch = watch.load() + Session::pause;
    EXPECT_FALSE(session.call("GET", "/users").sent);
    EXPECT_FALSE(session.call("GET", "/users").sent);
    EXPECT_EQ(asked, 2);

    is_failing = false;
    EXPECT_FALSE(session.call("GET", "/users").sent) << "it was asked just now";
    watch = watch.load() + Session::pause;
    EXPECT_EQ(session.call("GET", "/users").status, 200);
    EXPECT_EQ(session.call("GET", "/users").status, 200);
    EXPECT_EQ(asked, 3);
}

TEST_F(Tokens, AreWaitedForOnceByAllWhoCameBeforeItFailed)
{
    close();
    std::vector<std::future<HttpAnswer>> calls;
    for (int callers = 0; callers < 6; ++callers)
        calls.push_back(called());
    while (asked == 0)
        std::this_thread::yield();
    open();
    for (auto& call : calls)
        EXPECT_FALSE(was_sent(call));
    EXPECT_EQ(asked, 1);
}

TEST_F(Tokens, KeepNobodyWaitingWhileOneTriesAgain)
{
    EXPECT_FALSE(session.call("GET", "/users").sent);
    watch = watch.load() + Session::pause;
    close();
    auto trier = called();
    while (asked < 2)
        std::this_thread::yield();

    auto other = called();
    const bool was_kept = !is_answered(other);
    is_failing = false;
    open();

    EXPECT_FALSE(was_kept);
    EXPECT_FALSE(was_sent(other));
    EXPECT_EQ(trier.get().status, 200);
    EXPECT_EQ(session.call("GET", "/users").status, 200);
    EXPECT_EQ(asked, 2);
}

TEST_F(Tokens, OfALineThatWasRenewedMeanwhileAreNotUsed)
{
    is_failing = false;
    close();
    auto waiting = called();
    while (asked == 0)
        std::this_thread::yield();
    session.renew({"http://127.0.0.1:2", "us", "another key"}, [](const HttpRequest& request) {
        if (request.url == "http://127.0.0.1:2/v2.01/oauth/token")
            return HttpAnswer{200, R"({"access_token": "new", "expires_in": 1200})", {}};
        const bool is_new = request.url.starts_with("http://127.0.0.1:2/") &&
                            request.headers.front().second == "Bearer new";
        return HttpAnswer{is_new ? 200 : 401, "{}", {}};
    });
    open();
    EXPECT_EQ(waiting.get().status, 200);
    EXPECT_EQ(session.call("GET", "/users").status, 200);
}

TEST_F(Tokens, OfANewLineDoNotWaitForThePauseOfTheOld)
{
    EXPECT_FALSE(session.call("GET", "/users").sent);
    is_failing = false;
    session.renew({"http://127.0.0.1:1", "us", "another key"},
                  [this](const HttpRequest& request) { return answered(request); });
    EXPECT_EQ(session.call("GET", "/users").status, 200);
}

} // namespace
