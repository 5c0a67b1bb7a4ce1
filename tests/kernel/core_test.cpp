#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>
#include <set>
#include <type_traits>

#include "domain/core/check.hpp"
#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/core/money.hpp"
#include "domain/core/paris.hpp"
#include "domain/core/port.hpp"
#include "domain/core/text.hpp"
#include "domain/platform/platform.hpp"

namespace {

using namespace domain;
using namespace std::chrono;

TEST(MoneyTest, RoundsHalfAwayFromZero)
{
    EXPECT_EQ(portion(eur(250), BasisPoints{2000}).minor(), 50);
    EXPECT_EQ(portion(eur(125), BasisPoints{2000}).minor(), 25);
    EXPECT_EQ(portion(eur(5), BasisPoints{1000}).minor(), 1); // 0.5 cent
    EXPECT_EQ(portion(eur(-5), BasisPoints{1000}).minor(), -1);
    EXPECT_EQ(line_amount({75'000}, {33'333'300}, Currency::eur).minor(), 25'000); // 7.5 × 33.3333
    EXPECT_EQ(net_of_gross(eur(12'000), BasisPoints{2000}).minor(), 10'000);
}

RC_GTEST_PROP(MoneyTest, SplittingConservesTheTotal, ())
{
    const auto total = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000);
    const auto weights = *rc::gen::nonEmpty(
        rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(1, 100'000)));
    std::int64_t sum = 0;
    for (const auto part : split(eur(total), weights))
        sum += part.minor();
    RC_ASSERT(sum == total);
}

RC_GTEST_PROP(MoneyTest, HalfUpIsTheNearestWholeNumber, ())
{
    const auto a = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000);
    const auto b = *rc::gen::inRange<std::int64_t>(0, 10'000);
    const auto d = *rc::gen::inRange<std::int64_t>(1, 20'000);
    const auto twice_off = 2 * (half_up(a, b, d) * d - a * b);
    RC_ASSERT(twice_off <= d && twice_off > -d);
}

TEST(MoneyTest, WritesDecimalsAsEn16931Does)
{
    EXPECT_EQ(decimal(eur(5)), "0.05");
    EXPECT_EQ(decimal(eur(-12345)), "-123.45");
    EXPECT_EQ(decimal(Quantity{75'000}), "7.5");
    EXPECT_EQ(decimal(Quantity{20'000}), "2");
    EXPECT_EQ(decimal(UnitPrice{33'333'300}), "33.3333");
    EXPECT_EQ(decimal(UnitPrice{80'000'000}), "80.00");
    EXPECT_EQ(decimal(BasisPoints{550}), "5.50");
}

TEST(IdTest, IdsSortInTheOrderOfMakingAndKnowTheirKind)
{
    const auto now = instant_of(1'800'000'000'000'000);
    std::set<std::string> sorted;
    std::string last;
    for (int i = 0; i < 1000; ++i) {
        const auto id = OrderId::fresh(now).text();
        EXPECT_LT(last, id);
        last = id;
        sorted.insert(id);
    }
    EXPECT_EQ(sorted.size(), 1000U);
    EXPECT_TRUE(OrderId::parse(last).has_value());
    EXPECT_FALSE(QuoteId::parse(last).has_value());
    EXPECT_FALSE(OrderId::parse("ord_../../etc/passwd").has_value());
}

TEST(InstantTest, ReadsWhatItWrites)
{
    const auto instant = instant_of(1'763'802'000'123'456);
    EXPECT_EQ(parse_instant(to_text(instant)), instant);
    EXPECT_FALSE(parse_instant("2026-11-22 09:00:00Z").has_value());
    EXPECT_FALSE(parse_day("2026-02-29").has_value());
    EXPECT_FALSE(parse_day("2026-1-01").has_value());
}

TEST(InstantTest, ReadsNothingElse)
{
    const std::string right = "2026-11-22T09:10:20Z";
    ASSERT_TRUE(parse_instant(right).has_value());
    for (std::size_t at = 0; at < right.size(); ++at) {
        for (const char wrong : {'/', ':', ' ', 'x', '\0'}) {
            auto text = right;
            if (text[at] == wrong) continue;
            text[at] = wrong;
            EXPECT_FALSE(parse_instant(text).has_value()) << text;
        }
        EXPECT_FALSE(parse_instant(right.substr(0, at)).has_value()) << right.substr(0, at);
    }
    for (const auto* beyond : {"2026-11-22T24:00:00Z", "2026-11-22T09:60:00Z",
                               "2026-11-22T09:00:60Z", "2026-13-22T09:00:00Z"})
        EXPECT_FALSE(parse_instant(beyond).has_value()) << beyond;
    EXPECT_TRUE(parse_instant("2026-11-22T23:59:59Z").has_value());
}

TEST(InstantTest, DaysAreThoseOfParis)
{
    const auto late = *parse_instant("2026-12-31T23:30:00Z");
    EXPECT_EQ(to_text(day_in_paris(late)), "2027-01-01");
    EXPECT_EQ(to_text(start_of_day_in_paris(year{2026} / 7 / 14)), "2026-07-13T22:00:00.000000Z");
}

/// "2038-07-01T22:30:00Z" is the second of July there.
TEST(InstantTest, DaysAreThoseOfParisAlsoWhereTimeZonesEnd)
{
    for (const auto* year : {"2026", "2037", "2038", "2061"}) {
        SCOPED_TRACE(year);
        const auto day = [&](const std::string& rest) {
            return to_text(day_in_paris(*parse_instant(year + rest))).substr(5);
        };
        EXPECT_EQ(day("-07-01T21:59:59Z"), "07-01");
        EXPECT_EQ(day("-07-01T22:00:00Z"), "07-02");
        EXPECT_EQ(day("-01-01T22:30:00Z"), "01-01");
        EXPECT_EQ(day("-01-01T23:00:00Z"), "01-02");
        EXPECT_EQ(to_text(start_of_day_in_paris(*parse_day(year + std::string("-07-14")))),
                  year + std::string("-07-13T22:00:00.000000Z"));
    }
    EXPECT_EQ(to_text(start_of_day_in_paris(year{2038} / 3 / 28)), "2038-03-27T23:00:00.000000Z");
    EXPECT_EQ(to_text(start_of_day_in_paris(year{2038} / 3 / 29)), "2038-03-28T22:00:00.000000Z");
    EXPECT_EQ(to_text(start_of_day_in_paris(year{2038} / 10 / 31)), "2038-10-30T22:00:00.000000Z");
    EXPECT_EQ(to_text(start_of_day_in_paris(year{2038} / 11 / 1)), "2038-10-31T23:00:00.000000Z");
    EXPECT_EQ(to_text(day_in_paris(*parse_instant("1985-07-01T22:30:00Z"))), "1985-07-02");
}

TEST(InstantTest, TimeZoneFilesThatSayLessThanTheLawAreMadeUpFor)
{
    const Instant last_of_slim = sys_days{year{1996} / 10 / 27} + hours{1};
    const Paris slim([&](Instant) { return Paris::Listed{hours{1}, last_of_slim}; });
    EXPECT_EQ(slim.offset(sys_days{year{2026} / 7 / 1}), hours{2});
    EXPECT_EQ(slim.offset(sys_days{year{2026} / 1 / 1}), hours{1});
    EXPECT_TRUE(slim.is_right());

    const Instant abolished = sys_days{year{2030} / 3 / 31} + hours{1};
    const Paris summer_for_ever([&](Instant instant) {
        return instant < abolished ? Paris::Listed{Paris::here().offset(instant),
                                                   Instant{sys_days{year{2020} / 3 / 29}}}
                                   : Paris::Listed{hours{2}, abolished};
    });
    EXPECT_EQ(summer_for_ever.offset(sys_days{year{2045} / 1 / 1}), hours{2});

    const Paris wrong([](Instant) {
        return Paris::Listed{hours{2}, Instant{sys_days{year{2025} / 1 / 1}}};
    });
    EXPECT_FALSE(wrong.is_right());
    EXPECT_TRUE(Paris::here().is_right());
}

TEST(InstantTest, CalendarPeriodsEndOnTheLastDayOfShorterMonths)
{
    EXPECT_EQ(to_text(plus_months(year{2027} / 1 / 31, 1)), "2027-02-28");
    EXPECT_EQ(to_text(plus_years(year{2028} / 2 / 29, 10)), "2038-02-28");
}

TEST(FiscalYearTest, EndsWhereTheOperatorSays)
{
    Platform platform;
    EXPECT_EQ(to_text(fiscal_year_end(platform, year{2026} / 12 / 31)), "2026-12-31");
    platform.fiscal_year_end = June / 30;
    EXPECT_EQ(to_text(fiscal_year_end(platform, year{2026} / 7 / 1)), "2027-06-30");
}

TEST(TextTest, ForbidsWhatDeceivesTheEye)
{
    EXPECT_EQ(clean_text("  Élodie  ", false), "Élodie");
    EXPECT_EQ(clean_text("E\xCC\x81lodie", false), "Élodie"); // NFC
    EXPECT_EQ(clean_text("one\r\ntwo", true), "one\ntwo");
    EXPECT_FALSE(clean_text("one\ntwo", false).has_value());
    EXPECT_FALSE(clean_text("gpj.\xE2\x80\xAE"
                            "exe",
                            false)
                     .has_value()); // bidi override
    EXPECT_FALSE(clean_text("zero\xE2\x80\x8Bwidth", false).has_value());
    EXPECT_FALSE(clean_text(std::string("nul\0", 4), false).has_value());
    EXPECT_FALSE(clean_text("\xC3\x28", false).has_value()); // invalid UTF-8
    EXPECT_EQ(folded("Élodie ŒUVRE"), "elodie œuvre");
    EXPECT_EQ(length_of("Ωμέγα"), 5U);
}

TEST(TextTest, KnowsANameHoweverItIsSpelled)
{
    const std::vector<std::string> name = {"jean", "pierre", "lefevre", "d", "oeuvre"};
    EXPECT_EQ(name, name_words("Jean-Pierre Lefèvre d'Œuvre"));
    EXPECT_EQ(name, name_words("JEAN PIERRE LEFE\xCC\x80VRE  D’OEUVRE "));
    EXPECT_NE(name, name_words("Pierre Jean Lefèvre d'Œuvre"));
    EXPECT_EQ(name_words("Łukasz Straße Øre"), name_words("Lukasz Strasse Ore"));
    EXPECT_EQ(name_words("Ольга"), name_words("Olga"));
    EXPECT_EQ(name_words("Atelier 42"), (std::vector<std::string>{"atelier", "42"}));
    EXPECT_TRUE(name_words(" -' ").empty());
}

TEST(PortTest, IsNeverEmpty)
{
    using Doubling = Port<int(int)>;
    static_assert(!std::is_default_constructible_v<Doubling>);
    const Doubling doubling = [](int number) { return 2 * number; };
    EXPECT_EQ(doubling(21), 42);
    EXPECT_THROW(Doubling{std::function<int(int)>()}, Bug);
}

} // namespace
