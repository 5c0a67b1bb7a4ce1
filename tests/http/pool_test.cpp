// Handlers that take long, and the end of the server.

#include <future>
#include <stdexcept>

#include "tests/http/world.hpp"

namespace tests::http {
namespace {

using namespace std::chrono_literals;

TEST(SlowHandlers, LeaveTheHttpThreadAlone)
{
    World& world = patient_world();
    world.gate.close();
    Client ana(world.server.port());
    ana.send(get_request("/slow/ana"));
    ASSERT_TRUE(eventually([&] { return world.gate.waiting() == 1; }));

    EXPECT_EQ(Client(world.server.port()).get("/hello").body, "hello");
    world.gate.open();

    EXPECT_EQ(ana.read_answer().body, "ana");
}

TEST(SlowHandlers, AreRefusedBeyondTheQueue)
{
    World& world = patient_world();
    world.gate.close();
    Client ana(world.server.port());
    ana.send(get_request("/slow/ana"));
    ASSERT_TRUE(eventually([&] { return world.gate.waiting() == 1; }));
    Client ben(world.server.port());
    ben.send(get_request("/slow/ben"));
    Client eve(world.server.port());
    ASSERT_TRUE(eventually([&] { return eve.get("/slow/eve").status == 503; }));
    const Answer refused = eve.get("/slow/eve");
    world.gate.open();

    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.header("retry-after"), "1");
    EXPECT_EQ(refused.header("connection"), "keep-alive");
    EXPECT_EQ(ana.read_answer().body, "ana");
    EXPECT_EQ(ben.read_answer().body, "ben");
    EXPECT_EQ(eve.get("/slow/eve").body, "eve");
}

TEST(SlowHandlers, LeaveThoseOfAnotherPoolAlone)
{
    World& world = patient_world();
    world.gate.close();
    Client ana(world.server.port());
    ana.send(get_request("/slow/ana"));
    ASSERT_TRUE(eventually([&] { return world.gate.waiting() == 1; }));

    EXPECT_EQ(Client(world.server.port()).get("/other/ben").body, "ben");
    EXPECT_EQ(world.server.pool(api::http::Place::outbound).running, 1U);
    EXPECT_EQ(world.server.pool(api::http::Place::passwords).refused, 0U);
    world.gate.open();

    EXPECT_EQ(ana.read_answer().body, "ana");
}

TEST(SlowHandlers, HaveRoomForOthersWhateverOneHolderAsks)
{
    World& world = patient_world();
    const auto refused_before = world.server.pool(api::http::Place::outbound).refused;
    world.gate.close();
    Client ana(world.server.port());
    ana.send(get_request("/slow/ana", "x-holder: ana\r\n"));
    ASSERT_TRUE(eventually([&] { return world.gate.waiting() == 1; }));

    Client ana_again(world.server.port());
    ana_again.send(get_request("/slow/more", "x-holder: ana\r\n"));
    const Answer refused = ana_again.read_answer();
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.header("retry-after"), "1");
    EXPECT_EQ(refused.header("connection"), "keep-alive");
    Client ben(world.server.port());
    ben.send(get_request("/slow/ben", "x-holder: ben\r\n"));
    ASSERT_TRUE(
        eventually([&] { return world.server.pool(api::http::Place::outbound).waiting == 1; }));
    EXPECT_EQ(world.server.pool(api::http::Place::outbound).refused, refused_before + 1);
    world.gate.open();

    EXPECT_EQ(ana.read_answer().body, "ana");
    EXPECT_EQ(ben.read_answer().body, "ben");
    for (int times = 0; times < 20; ++times) { // whoever has its answer finds its place free
        ana.send(get_request("/slow/next", "x-holder: ana\r\n"));
        EXPECT_EQ(ana.read_answer().body, "next");
    }
}

TEST(SlowHandlers, AreAnsweredForWhenTheDeadlinePasses)
{
    World& world = impatient_world();
    world.gate.close();
    Client ana(world.server.port());

    const Answer late = ana.get("/slow/late");
    EXPECT_EQ(late.status, 503);
    EXPECT_EQ(late.header("retry-after"), "1");
    EXPECT_EQ(ana.get("/hello").body, "hello");
    world.gate.open();

    // The late result is dropped, not taken for the next answer.
    ASSERT_TRUE(eventually([&] { return world.gate.waiting() == 0; }));
    EXPECT_EQ(ana.get("/slow/next").body, "next");
    EXPECT_EQ(ana.get("/hello").body, "hello");
}

TEST(SlowHandlers, AreNotCalledForWhoeverWasAnsweredAlready)
{
    World& world = impatient_world();
    world.gate.close();
    const int before = world.gate.passed();
    Client ana(world.server.port());
    Client ben(world.server.port());
    ana.send(get_request("/slow/ana"));
    ASSERT_TRUE(eventually([&] { return world.gate.waiting() == 1; }));
    EXPECT_EQ(ben.get("/slow/ben").status, 503);
    EXPECT_EQ(ana.read_answer().status, 503);
    world.gate.open();

    // Ben's place in the queue is free once the pool has looked at it.
    EXPECT_TRUE(eventually([&] { return ana.get("/slow/again").body == "again"; }));
    EXPECT_EQ(world.gate.passed(), before + 2);
}

TEST(Drain, DeliversWhatIsInFlightAndClosesTheRest)
{
    patient_world();
    World world(patient());
    const std::uint16_t port = world.server.port();
    world.gate.close();
    Client idle(port);
    EXPECT_EQ(idle.get("/hello").body, "hello");
    Client slow(port);
    slow.send(get_request("/slow/1"));
    Client reader(port, 4096);
    // Answered together: who has read the first knows that the second is under way.
    reader.send(get_request("/hello") + get_request("/stream"));
    EXPECT_EQ(reader.read_answer().body, "hello");
    ASSERT_TRUE(eventually([&] { return world.gate.waiting() == 1; }));

    auto drained = std::async(std::launch::async, [&] { return world.server.drain(20s); });
    EXPECT_TRUE(idle.is_at_end());
    EXPECT_TRUE(eventually([&] { return !Client(port).is_connected(); }));
    world.gate.open();

    const Answer answer = slow.read_answer();
    EXPECT_EQ(answer.body, "1");
    EXPECT_EQ(answer.header("connection"), "close");
    EXPECT_TRUE(reader.read_answer().body == whole_stream());
    EXPECT_TRUE(drained.get());
}

TEST(Drain, CutsOffWhatDoesNotFinish)
{
    patient_world();
    auto options = patient();
    options.connections_max = 2;
    World world(options);
    const std::uint16_t port = world.server.port();
    world.gate.close();
    Client slow(port);
    slow.send(get_request("/slow/1"));
    ASSERT_TRUE(eventually([&] { return world.gate.waiting() == 1; }));

    // While it is here: the port is taken.
    auto same_port = patient();
    same_port.port = port;
    EXPECT_THROW(World{same_port}, std::runtime_error);

    // And: the server takes so many connections and no more.
    Client second(port);
    EXPECT_EQ(second.get("/hello").body, "hello");
    EXPECT_EQ(Client(port).get("/hello").status, 503);

    EXPECT_FALSE(world.server.drain(100ms));
    EXPECT_EQ(slow.read_answer().status, 0);
    world.gate.open();
}

} // namespace
} // namespace tests::http
