#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>

#include "domain/core/check.hpp"
#include "domain/policy/engine.hpp"

namespace {

using namespace domain;
using namespace domain::policy;

::Instant at(const char* text)
{
    return ::parse_instant(text).value();
}

policy::Rule rule_of(const char* period)
{
    return {.id = "invoices", .period = policy::parse_period(period).value()};
}

policy::Record invoice(policy::Started started, std::string hold = "")
{
    return {"invoices", "inv_1", "invoice", started, std::move(hold)};
}

TEST(Engine, EndsAnInvoiceTenYearsAfterItsFiscalYear)
{
    const auto rule = rule_of("P10Y");
    const auto record = invoice(::parse_day("2026-12-31").value());

    EXPECT_EQ(policy::decide(rule, record, at("2036-12-30T23:00:00Z")).verdict,
              policy::Verdict::kept);
    EXPECT_EQ(policy::decide(rule, record, at("2036-12-31T22:59:59.999999Z")).verdict,
              policy::Verdict::kept);
    EXPECT_EQ(policy::decide(rule, record, at("2036-12-31T23:00:00Z")).verdict,
              policy::Verdict::due);
    EXPECT_EQ(policy::decide(rule, record, at("2036-12-31T23:00:00Z")).due_at,
              at("2036-12-31T23:00:00Z"));
}

TEST(Engine, WaitsForWhatHasNotStarted)
{
    EXPECT_EQ(policy::decide(rule_of("P0D"), invoice({}), at("2099-01-01T00:00:00Z")).verdict,
              policy::Verdict::running);
}

TEST(Engine, LetsAHoldWinWhateverTheDay)
{
    const auto record = invoice(at("2026-01-01T00:00:00Z"), "an order is open");
    EXPECT_EQ(policy::decide(rule_of("P1Y"), record, at("2099-01-01T00:00:00Z")).verdict,
              policy::Verdict::held);
    EXPECT_EQ(policy::decide(rule_of("P1Y"), record, at("2026-02-01T00:00:00Z")).verdict,
              policy::Verdict::kept);
}

TEST(Engine, RefusesToDecideByAForeignRule)
{
    EXPECT_THROW(static_cast<void>(policy::decide(policy::Rule{.id = "ledger"}, invoice({}),
                                                  at("2026-01-01T00:00:00Z"))),
                 ::Bug);
}

TEST(Engine, EndsNothingEarlyNothingLateAndHeldThingsNever)
{
    const bool holds = rc::check("every history ends on its day", [] {
        const auto start =
            at("2023-10-01T00:00:00Z") + std::chrono::minutes{*rc::gen::inRange(0, 1'000'000)};
        const policy::Rule rule{
            .id = "invoices",
            .period = {.months = *rc::gen::inRange(0, 14), .days = *rc::gen::inRange(0, 32)}};
        const auto lawful = policy::end_of(rule.period, start);
        const auto held_until = lawful + std::chrono::hours{*rc::gen::inRange(-1000, 1000)};
        const auto pace = std::chrono::hours{*rc::gen::inRange(1, 24)};

        std::map<::Instant, int> ended;
        for (auto now = lawful - std::chrono::hours{2000}; now < lawful + std::chrono::hours{2000};
             now += pace) {
            const auto record = invoice(start, now < held_until ? "held" : "");
            if (ended.empty() && decide(rule, record, now).verdict == policy::Verdict::due)
                ++ended[now];
        }

        RC_ASSERT(ended.size() == 1U);
        const auto when = ended.begin()->first;
        RC_ASSERT(when >= lawful);
        RC_ASSERT(when >= held_until);
        RC_ASSERT(when < std::max(lawful, held_until) + pace);
    });
    EXPECT_TRUE(holds);
}

} // namespace
