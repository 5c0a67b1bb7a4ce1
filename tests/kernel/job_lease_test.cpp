#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "jobs/job_keeper.hpp"
#include "tests/support/databases.hpp"

namespace {

using namespace domain;
using namespace std::chrono_literals;
using jobs::ScheduledSlot;
using tests::Databases;

/// Two workers, old and young, and a job that is due whenever nobody has it.
class JobLease : public ::testing::Test {
protected:
    std::atomic<std::int64_t> micros_now = 1'800'000'000'000'000; // read by the keeper's thread
    Clock clock = [this] { return instant_of(micros_now); };
    Databases databases;
    Vault vault{SecretKey::of(std::string(32, 'k')), databases.keys, 4, clock};
    Database db{databases.data, "", 4, clock, vault};
    const ScheduledSlot slot{"clean_up", 0s, 40ms};

    void pass(std::chrono::microseconds time) { micros_now += time.count(); }
    bool takes(const std::string& worker)
    {
        return db.transaction([&](Transaction& tx) { return jobs::take(tx, slot, worker); });
    }
    bool is_held()
    {
        return db.read([](Transaction& tx) {
            return tx.one<Instant>("SELECT lease_until FROM job_leases") > tx.now;
        });
    }
};

TEST_F(JobLease, RunsOutWhenItsWorkerWasKilled)
{
    ASSERT_TRUE(takes("old"));
    EXPECT_FALSE(takes("young"));
    pass(41ms);

    EXPECT_TRUE(takes("young"));
    pass(20ms);
    db.transaction([&](Transaction& tx) { jobs::prolong(tx, slot, "old"); });
    pass(21ms);
    EXPECT_FALSE(is_held()); // what is no longer its own, nobody prolongs
}

/// A clock set right, nine days back, stopped every schedule for nine days.
TEST_F(JobLease, IsNotKeptByAClockThatRanAhead)
{
    const ScheduledSlot hourly{"hourly", 1h, 40ms};
    const auto takes_hourly = [&](const std::string& worker) {
        return db.transaction([&](Transaction& tx) { return jobs::take(tx, hourly, worker); });
    };
    pass(9 * 24h);
    ASSERT_TRUE(takes_hourly("ahead"));
    pass(-9 * 24h);
    EXPECT_TRUE(takes_hourly("right"));
    EXPECT_FALSE(takes_hourly("young"));

    pass(41ms);
    EXPECT_FALSE(takes_hourly("young")) << "it ran less than an hour ago";
    pass(-20ms);
    EXPECT_FALSE(takes_hourly("young")) << "clocks differ by so much between machines";
}

TEST_F(JobLease, IsKeptHoweverLongTheJobTakes)
{
    ASSERT_TRUE(takes("old"));
    {
        const jobs::JobKeeper keeper(db, slot, "old");
        for (int hour = 0; hour < 3; ++hour) {
            pass(1h);
            const auto until = std::chrono::steady_clock::now() + 10s;
            while (!is_held() && std::chrono::steady_clock::now() < until)
                std::this_thread::sleep_for(1ms);
            EXPECT_FALSE(takes("young")) << hour;
        }
    }
    pass(1h);

    EXPECT_TRUE(takes("young"));
}

} // namespace
