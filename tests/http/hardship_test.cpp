// Clients that are slow, gone, or too many.

#include <atomic>
#include <csignal>
#include <filesystem>
#include <thread>

#include "tests/http/world.hpp"

namespace tests::http {
namespace {

using namespace std::chrono_literals;

std::size_t open_descriptors()
{
    const std::filesystem::directory_iterator all("/proc/self/fd");
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

TEST(SlowReaders, HurtNobodyAndGetEverythingInTheEnd)
{
    const std::uint16_t port = patient_world().server.port();
    std::vector<Client> stalled;
    for (int i = 0; i < 25; ++i) {
        stalled.emplace_back(port, 4096).send(get_request(i % 5 == 0 ? "/big" : "/stream"));
    }

    Client ana(port);
    for (int i = 0; i < 500; ++i)
        ASSERT_EQ(ana.get("/hello").body, "hello");
    Client ben(port);
    ASSERT_TRUE(ben.get("/stream").body == whole_stream());

    EXPECT_EQ(stalled.at(0).read_answer().body.size(), 8'000'000U);
    EXPECT_TRUE(stalled.at(1).read_answer().body == whole_stream());
    EXPECT_EQ(stalled.at(1).get("/hello").body, "hello");
}

TEST(SlowReaders, AreCutOffWhenTheyTakeNothing)
{
    Client eve(impatient_world().server.port(), 4096);
    eve.send(get_request("/stream"));
    pause(1500ms);

    EXPECT_FALSE(eve.read_answer().complete);
}

TEST(SlowReaders, AreCutOffWhenTooMuchWaitsForThem)
{
    const std::uint16_t port = impatient_world().server.port();
    Client eve(port, 4096);

    // The socket takes some of it; far more than a million bytes are left.
    EXPECT_FALSE(eve.get("/big").complete);
    EXPECT_TRUE(Client(port).get("/stream").body == whole_stream());
}

TEST(SlowWriters, AreAnswered408)
{
    const std::uint16_t port = impatient_world().server.port();
    for (const char* start :
         {"GET /hello HT", "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nabc"}) {
        SCOPED_TRACE(start);
        Client eve(port);
        eve.send(start);
        const Answer answer = eve.read_answer();
        EXPECT_EQ(answer.status, 408);
        EXPECT_TRUE(eve.is_at_end());
    }
}

TEST(SlowWriters, GetLongerForABodyThanForAHead)
{
    Client ana(impatient_world().server.port());
    ana.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\na");
    pause(700ms);
    ana.send("b");

    EXPECT_EQ(ana.read_answer().body, "ab");
}

TEST(SlowWriters, DoNotBuyTimeByTrickling)
{
    Client eve(impatient_world().server.port());

    EXPECT_TRUE(eventually([&] { return !eve.send("X") || eve.has_input(); }));
    EXPECT_EQ(eve.read_answer().status, 408);
}

TEST(SlowWriters, AreClosedQuietlyBetweenRequests)
{
    Client ana(impatient_world().server.port());
    EXPECT_EQ(ana.get("/hello").body, "hello");

    EXPECT_TRUE(ana.is_at_end());
}

TEST(Resets, KillNobodyAndLeakNothing)
{
    const std::uint16_t port = patient_world().server.port();
    EXPECT_EQ(Client(port).get("/hello").body, "hello");
    pause(100ms);
    const std::size_t before = open_descriptors();
    // Our own sends must not raise it, whether the process ignores it or not.
    const auto ignored = std::signal(SIGPIPE, SIG_DFL);

    for (int i = 0; i < 150; ++i) {
        Client eve(port);
        const char* path = i % 3 == 0 ? "/stream" : (i % 3 == 1 ? "/big" : "/slow/1");
        eve.send(get_request(path));
        if (i % 2 == 0) pause(1ms);
        eve.reset();
    }

    EXPECT_EQ(Client(port).get("/hello").body, "hello");
    EXPECT_TRUE(eventually([&] { return open_descriptors() <= before; }))
        << before << " before, " << open_descriptors();
    EXPECT_EQ(ignored, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
}

TEST(Pipelining, IsBoundedWhileAnAnswerIsAwaited)
{
    World& world = patient_world();
    world.gate.close();
    Client eve(world.server.port());
    eve.send(get_request("/slow/1"));
    ASSERT_TRUE(eventually([&] { return world.gate.waiting() == 1; }));

    std::string flood;
    while (flood.size() < 4'000'000)
        flood += get_request("/hello");
    eve.send(flood);
    EXPECT_TRUE(eve.is_at_end());
    world.gate.open();

    EXPECT_EQ(Client(world.server.port()).get("/hello").body, "hello");
}

TEST(Pipelining, WithoutEndDoesNotStarveTheOthers)
{
    const std::uint16_t port = patient_world().server.port();
    std::atomic<bool> stop = false;
    std::atomic<std::size_t> read = 0;
    std::thread flooder([&] {
        std::string flood;
        while (flood.size() < 200'000)
            flood += get_request("/hello");
        while (!stop) {
            Client eve(port);
            std::thread reader([&] { eve.discard(read); });
            while (!stop && eve.send(flood)) {
            }
            eve.close_sending();
            reader.join();
        }
    });

    EXPECT_TRUE(eventually([&] { return read > 1'000'000; }));
    Client ana(port);
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(ana.get("/hello").body, "hello");
    stop = true;
    flooder.join();
}

TEST(Pipelining, TakesAFloodThatIsRead)
{
    Client ana(patient_world().server.port());
    std::string flood;
    for (int i = 0; i < 30'000; ++i)
        flood += get_request("/hello");
    std::thread sender([&] { ana.send(flood); });

    int answered = 0;
    for (; answered < 30'000; ++answered) {
        if (ana.read_answer().body != "hello") break;
    }
    sender.join();

    EXPECT_EQ(answered, 30'000);
}

} // namespace
} // namespace tests::http
