#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "domain/policy/period.hpp"

namespace {

using namespace domain;
using namespace domain::policy;

::Instant at(const char* text)
{
    return ::parse_instant(text).value();
}

::Day day(const char* text)
{
    return ::parse_day(text).value();
}

policy::Period period(const char* text)
{
    return policy::parse_period(text).value();
}

TEST(Period, IsReadAndWritten)
{
    for (const auto* text : {"P10Y", "P2Y30D", "P0D", "PT72H", "P13M", "P1Y", "P1DT12H"}) {
        const auto read = policy::parse_period(text);
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(policy::parse_period(policy::to_text(*read)), read) << text;
    }
    EXPECT_EQ(period("P13M"), period("P1Y1M"));
    for (const auto* text : {"P1D1Y", "P1Y1Y", "PT1H1H", "", "P", "PT", "10Y", "P-1Y", "P1", "PT5M",
                             "P1H", "P1YT", "P9999Y"})
        EXPECT_FALSE(policy::parse_period(text)) << text;
}

TEST(Period, EndsWithTheLastHourOfTheSameDate)
{
    // Winter time is UTC+1, summer time UTC+2.
    EXPECT_EQ(policy::end_of(period("P1Y"), at("2026-01-15T14:00:00Z")),
              at("2027-01-15T23:00:00Z"));
    EXPECT_EQ(policy::end_of(period("P6M"), at("2026-01-15T14:00:00Z")),
              at("2026-07-15T22:00:00Z"));
    EXPECT_EQ(policy::end_of(period("P10Y"), day("2026-12-31")), at("2036-12-31T23:00:00Z"));
    EXPECT_EQ(policy::end_of(period("P0D"), at("2026-01-15T14:00:00Z")),
              at("2026-01-15T14:00:00Z"));
    EXPECT_EQ(policy::end_of(period("PT72H"), at("2026-01-15T14:00:00Z")),
              at("2026-01-18T14:00:00Z"));
}

TEST(Period, KnowsShortMonthsAndLeapDays)
{
    EXPECT_EQ(policy::end_of(period("P1M"), day("2026-01-31")), at("2026-02-28T23:00:00Z"));
    EXPECT_EQ(policy::end_of(period("P1Y"), day("2024-02-29")), at("2025-02-28T23:00:00Z"));
    EXPECT_EQ(policy::end_of(period("P4Y"), day("2024-02-29")), at("2028-02-29T23:00:00Z"));
    EXPECT_EQ(policy::end_of(period("P1Y"), day("2027-02-28")), at("2028-02-28T23:00:00Z"));
}

TEST(Period, QueriesAskForExactlyWhatHasEnded)
{
    const bool holds = rc::check("start < started_before(now) <=> end_of(start) <= now", [] {
        const policy::Period length{.months = *rc::gen::inRange(0, 130),
                                    .days = *rc::gen::inRange(0, 40),
                                    .hours = *rc::gen::inRange(0, 30)};
        const ::Instant start =
            at("2024-02-25T00:00:00Z") + std::chrono::minutes{*rc::gen::inRange(0, 60 * 24 * 365)};
        // Around the end, where it can go wrong.
        const ::Instant now =
            policy::end_of(length, start) + std::chrono::minutes{*rc::gen::inRange(-3000, 3000)};

        RC_ASSERT((start < policy::started_before(length, now)) ==
                  (policy::end_of(length, start) <= now));
    });
    EXPECT_TRUE(holds);
}

} // namespace
