// Whose turn it is in a pool, and who gives way where there is no room.

#include <algorithm>
#include <mutex>
#include <string>
#include <vector>

#include "api/http/pool.hpp"
#include "tests/http/world.hpp"

namespace tests::http {
namespace {

using api::http::Claim;
using api::http::Pool;
using api::http::Trouble;
using Names = std::vector<std::string>;

/// What jobs were done, in order; each waits at the gate first.
class Turns : public ::testing::Test {
protected:
    Gate gate;

    Pool::Job job(const std::string& name)
    {
        return {[this, name]() -> Pool::Rest {
                    gate.pass();
                    note(name);
                    return {};
                },
                [this, name] { note(name + " gave way"); }};
    }
    Names told() const
    {
        const std::scoped_lock lock(mutex_);
        return told_;
    }
    /// Lets those through that wait, and waits for so many in all.
    Names told_once(std::size_t many)
    {
        gate.open();
        EXPECT_TRUE(eventually([&] { return told().size() == many; }));
        return told();
    }
    /// Takes the only thread of `pool` until the gate opens.
    void occupy(Pool& pool)
    {
        gate.close();
        EXPECT_FALSE(pool.submit({"zoe"}, job("zoe")));
        EXPECT_TRUE(eventually([&] { return gate.waiting() == 1; }));
    }

private:
    void note(const std::string& name)
    {
        const std::scoped_lock lock(mutex_);
        told_.push_back(name);
    }

    mutable std::mutex mutex_;
    Names told_;
};

TEST_F(Turns, GoToEveryHolderBeforeAnyHasItsSecond)
{
    Pool pool({.threads = 1, .waiting_max = 16, .each_max = 2});
    occupy(pool);
    for (const auto* holder : {"eve", "eva"}) {
        EXPECT_FALSE(pool.submit({holder}, job(holder)));
        EXPECT_FALSE(pool.submit({holder}, job("again")));
    }
    EXPECT_FALSE(pool.submit({"zoe"}, job("zoe")));
    EXPECT_FALSE(pool.submit({"ana"}, job("ana")));
    EXPECT_FALSE(pool.submit({}, job("nobody")));

    EXPECT_EQ(told_once(8), (Names{"zoe", "eve", "eva", "ana", "nobody", "again", "again", "zoe"}));
}

TEST_F(Turns, AreRememberedOnceTheJobIsDone)
{
    Pool pool({.threads = 1, .waiting_max = 16, .each_max = 2});
    for (std::size_t times = 1; times <= 3; ++times) {
        EXPECT_FALSE(pool.submit({"eve"}, job("eve")));
        told_once(times);
    }
    occupy(pool);
    EXPECT_FALSE(pool.submit({"eve"}, job("eve")));
    EXPECT_FALSE(pool.submit({"ana"}, job("ana")));

    EXPECT_EQ(told_once(6), (Names{"eve", "eve", "eve", "zoe", "ana", "eve"}));
}

TEST_F(Turns, AreGivenUpToWhoeverHadLessWhereThereIsNoRoom)
{
    Pool pool({.threads = 1, .waiting_max = 2, .each_max = 4});
    occupy(pool);
    EXPECT_FALSE(pool.submit({"eve"}, job("eve")));
    EXPECT_FALSE(pool.submit({"eve"}, job("eve's second")));
    EXPECT_EQ(pool.submit({"eve"}, job("eve's third")), Trouble::busy);
    EXPECT_FALSE(pool.submit({"ana"}, job("ana")));
    EXPECT_EQ(pool.submit({"ben"}, job("ben")), Trouble::busy) << "nobody had more than ben";
    EXPECT_EQ(pool.counts().refused, 3U);

    EXPECT_EQ(told_once(4), (Names{"eve's second gave way", "zoe", "eve", "ana"}));
}

TEST_F(Turns, OfTheSameWorkComeOneAfterTheOtherAndSpendNoShare)
{
    Pool pool({.threads = 2, .waiting_max = 16, .each_max = 1});
    gate.close();
    const Claim paying{"ana", "POST /payment one-key"};
    for (int times = 0; times < 3; ++times)
        EXPECT_FALSE(pool.submit(paying, job("pay")));
    EXPECT_EQ(pool.submit({"ana", "POST /payment another-key"}, job("other")), Trouble::too_many);
    EXPECT_FALSE(pool.submit({"ben"}, job("ben")));
    EXPECT_TRUE(eventually([&] { return gate.waiting() == 2; })) << "one of ana's, and ben's";
    EXPECT_EQ(pool.counts().waiting, 2U);

    EXPECT_EQ(std::ranges::count(told_once(4), "pay"), 3);
    EXPECT_TRUE(eventually([&] { return pool.counts().running == 0; }));
    EXPECT_FALSE(pool.submit({"ana", "POST /payment another-key"}, job("other")));
    told_once(5);
}

TEST(Repetitions, AreAnsweredAfterTheFirstInsteadOfBeingOneTooMany)
{
    World& world = patient_world();
    const std::string work = "x-holder: ida\r\nx-work: one-key\r\n";
    world.gate.close();
    Client first(world.server.port());
    Client again(world.server.port());
    first.send(get_request("/slow/first", work));
    ASSERT_TRUE(eventually([&] { return world.gate.waiting() == 1; }));
    again.send(get_request("/slow/again", work));
    EXPECT_TRUE(
        eventually([&] { return world.server.pool(api::http::Place::outbound).waiting == 1; }));
    world.gate.open();

    EXPECT_EQ(first.read_answer().body, "first");
    EXPECT_EQ(again.read_answer().body, "again");
}

TEST(GivingWay, IsToldAsABusyServer)
{
    World& world = patient_world();
    const std::string work = "x-holder: uma\r\nx-work: one-key\r\n";
    world.gate.close();
    Client first(world.server.port());
    Client again(world.server.port());
    Client ben(world.server.port());
    first.send(get_request("/slow/first", work));
    ASSERT_TRUE(eventually([&] { return world.gate.waiting() == 1; }));
    again.send(get_request("/slow/again", work));
    EXPECT_TRUE(
        eventually([&] { return world.server.pool(api::http::Place::outbound).waiting == 1; }));
    ben.send(get_request("/slow/ben", "x-holder: ben of one turn\r\n"));

    const Answer gave_way = again.read_answer();
    EXPECT_EQ(gave_way.status, 503);
    EXPECT_EQ(gave_way.header("retry-after"), "1");
    EXPECT_EQ(gave_way.header("connection"), "keep-alive");
    world.gate.open();
    EXPECT_EQ(first.read_answer().body, "first");
    EXPECT_EQ(ben.read_answer().body, "ben");
    EXPECT_EQ(again.get("/slow/next").body, "next");
}

} // namespace
} // namespace tests::http
