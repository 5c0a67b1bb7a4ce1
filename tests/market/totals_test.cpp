#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "domain/quotes/totals.hpp"

using namespace domain;
using namespace domain::quotes;

namespace {

Line line(const char* quantity, const char* price, std::int64_t rate)
{
    return {"work", parse_quantity(quantity).value(), "HUR", parse_unit_price(price).value(),
            ::BasisPoints{rate}};
}

std::vector<Line> some_lines()
{
    static constexpr std::int64_t rates[] = {0, 210, 550, 1000, 2000};
    std::vector<Line> lines;
    const auto count = *rc::gen::inRange(1, 20);
    for (int i = 0; i < count; ++i) {
        lines.push_back({"work",
                         ::Quantity{*rc::gen::inRange<std::int64_t>(1, quantity_max.e4 + 1)}, "HUR",
                         ::UnitPrice{*rc::gen::inRange<std::int64_t>(1, unit_price_max.e6 + 1)},
                         ::BasisPoints{rates[*rc::gen::inRange(0, 5)]}});
    }
    return lines;
}

TEST(Totals, TakeVatOnTheSumPerRate)
{
    // Three lines of 0.33 at 20 %: VAT of each would be 0.07 × 3 = 0.21; of the sum it is 0.20.
    const std::vector lines = {line("1", "0.33", 2000), line("1", "0.33", 2000),
                               line("1", "0.33", 2000)};
    const auto sums = totals(lines, PricesAre::net, ::Currency::eur);

    EXPECT_EQ(sums.net, eur(99));
    EXPECT_EQ(sums.vat, eur(20));
    EXPECT_EQ(sums.gross, eur(119));
}

TEST(Totals, RoundLinesHalfUp)
{
    const std::vector lines = {line("7.5", "33.3333", 2000), line("0.5", "0.01", 550)};
    const auto sums = totals(lines, PricesAre::net, ::Currency::eur);

    EXPECT_EQ(sums.lines, (std::vector{eur(25000), eur(1)})); // 249.99975, 0.005
    EXPECT_EQ(sums.by_rate, (std::vector<RateTotal>{{::BasisPoints{2000}, eur(25000), eur(5000)},
                                                    {::BasisPoints{550}, eur(1), eur(0)}}));
}

TEST(Totals, LeaveAGrossPriceAsItWasAgreed)
{
    const std::vector lines = {line("1", "100", 2000), line("1", "99.99", 550)};
    const auto sums = totals(lines, PricesAre::gross, ::Currency::eur);

    EXPECT_EQ(sums.gross, eur(19999));
    EXPECT_EQ(sums.by_rate, (std::vector<RateTotal>{{::BasisPoints{2000}, eur(8333), eur(1667)},
                                                    {::BasisPoints{550}, eur(9478), eur(521)}}));
}

RC_GTEST_PROP(Totals, AddUpExactly, ())
{
    const auto lines = some_lines();
    const auto prices_are = *rc::gen::arbitrary<bool>() ? PricesAre::net : PricesAre::gross;
    const auto sums = totals(lines, prices_are, ::Currency::eur);

    std::int64_t priced = 0, net = 0, vat = 0;
    for (const auto& amount : sums.lines)
        priced += amount.minor();
    for (const auto& part : sums.by_rate) {
        net += part.net.minor();
        vat += part.vat.minor();
        // Within half a cent of the exact rate, either way of pricing.
        const auto off = part.vat.minor() * 10'000 - part.net.minor() * part.rate.value;
        RC_ASSERT(std::abs(off) <= 5'000 + part.rate.value / 2);
    }
    RC_ASSERT(sums.net.minor() == net);
    RC_ASSERT(sums.vat.minor() == vat);
    RC_ASSERT(sums.gross.minor() == net + vat);
    RC_ASSERT(priced == (prices_are == PricesAre::net ? net : net + vat));
}

RC_GTEST_PROP(Totals, KeepEveryCentThatDoesNotGoBack, ())
{
    const auto lines = some_lines();
    const auto agreed = totals(lines, PricesAre::net, ::Currency::eur);
    RC_PRE(agreed.gross.minor() > 1);
    const auto back = *rc::gen::inRange<std::int64_t>(1, agreed.gross.minor());
    const auto rest = reduced(agreed, eur(back));

    RC_ASSERT(rest.gross.minor() == agreed.gross.minor() - back);
    RC_ASSERT(rest.net + rest.vat == rest.gross);
    for (const auto& part : rest.by_rate)
        RC_ASSERT(part.net.minor() >= 0 && part.vat.minor() >= 0);
}

TEST(Decimals, AreReadExactlyOrNotAtAll)
{
    EXPECT_EQ(parse_quantity("7.5"), ::Quantity{75'000});
    EXPECT_EQ(parse_unit_price("33.3333"), ::UnitPrice{33'333'300});
    EXPECT_EQ(parse_percent("5.5"), ::BasisPoints{550});
    for (const auto* wrong : {"", ".", "1.", ".5", "-1", "+1", "1e3", "1,5", " 1", "0x1", "01",
                              "1.00001", "99999999999999999999", "NaN", "1.2.3"}) {
        EXPECT_FALSE(parse_quantity(wrong)) << wrong;
    }
}

} // namespace
