#include <gtest/gtest.h>

#include "payments/operations/operation.hpp"

namespace {

using namespace payments;
using namespace std::chrono_literals;
using operations::patience;
using operations::State;

/// When an operation that no news reaches is looked at again.
TEST(Patience, GrowsWithEachVainLookAndNeverBeyondAQuarterOfAnHour)
{
    const std::pair<std::int64_t, std::chrono::seconds> looks[] = {
        {0, 3s}, {1, 3s}, {2, 6s}, {3, 12s}, {9, 768s}, {10, 900s}, {11, 900s}, {1'000, 900s}};
    for (const auto& [attempts, wait] : looks) {
        EXPECT_EQ(patience(Kind::pay_in, State::unknown, attempts), wait) << attempts;
        EXPECT_EQ(patience(Kind::pay_in, State::manual_review, attempts), wait) << attempts;
    }
}

TEST(Patience, IsThatOfACardsPageOrOfABank)
{
    EXPECT_EQ(patience(Kind::pay_in, State::created, 5), 2min);
    EXPECT_EQ(patience(Kind::transfer, State::created, 0), 2min);
    EXPECT_EQ(patience(Kind::payout, State::created, 5), 1h);
}

/// A person in front of the page is not kept for what an event or a worker lost.
TEST(Patience, IsShortWhereSomebodyWaits)
{
    for (const auto kind : {Kind::pay_in, Kind::verification, Kind::user, Kind::wallet}) {
        EXPECT_EQ(patience(kind, State::planned, 0), 5s);
        EXPECT_EQ(patience(kind, State::sending, 0), 10s);
    }
    for (const auto kind : {Kind::transfer, Kind::refund, Kind::payout, Kind::recipient}) {
        EXPECT_EQ(patience(kind, State::planned, 0), 30s);
        EXPECT_EQ(patience(kind, State::sending, 0), 90s);
    }
    EXPECT_EQ(patience(Kind::pay_in, State::planned, 1), 3s);
    EXPECT_EQ(patience(Kind::pay_in, State::planned, 6), 96s);
    EXPECT_EQ(patience(Kind::pay_in, State::planned, 50), 2min);
}

} // namespace
