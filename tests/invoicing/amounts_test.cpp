#include <boost/multiprecision/cpp_int.hpp>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>

#include "invoicing/issuing/amounts.hpp"
#include "tests/invoicing/sample_orders.hpp"

namespace {

using namespace invoicing;
using namespace domain;
using Rational = boost::multiprecision::cpp_rational;
using Integer = boost::multiprecision::cpp_int;

const std::vector<BasisPoints> rates{{2000}, {1000}, {550}, {210}};

invoicing::law::VatTreatment taxed()
{
    return {VatCategory::standard, rates, "", "", "", "domestic"};
}

/// The oracle: exact fractions, written from the definition, no code in common.
Integer rounded_half_up(const Rational& value)
{
    const Rational shifted = value + Rational(1, 2);
    return numerator(shifted) / denominator(shifted);
}

std::vector<invoicing::issuing::QuoteLine> any_lines()
{
    const auto count = *rc::gen::inRange(1, 12);
    std::vector<invoicing::issuing::QuoteLine> lines;
    for (int i = 0; i < count; ++i) {
        lines.push_back({"line", Quantity{*rc::gen::inRange<std::int64_t>(1, 9'999 * 10'000LL)},
                         "HUR", UnitPrice{*rc::gen::inRange<std::int64_t>(0, 500'000'000)},
                         *rc::gen::elementOf(rates)});
    }
    return lines;
}

Rational exact_amount(const invoicing::issuing::QuoteLine& line)
{
    return Rational(line.quantity.e4, 10'000) * Rational(line.unit_price.e6, 1'000'000) * 100;
}

TEST(Amounts, NetPricesAgreeWithExactFractions)
{
    EXPECT_TRUE(rc::check("net prices", [] {
        const auto lines = any_lines();
        std::map<std::int64_t, Integer> bases;
        for (const auto& line : lines) {
            bases[line.vat_rate.value] += rounded_half_up(exact_amount(line));
        }
        Integer net = 0;
        Integer vat = 0;
        for (const auto& [rate, base] : bases) {
            net += base;
            vat += rounded_half_up(Rational(base) * Rational(rate, 10'000));
        }
        const auto result =
            invoicing::issuing::priced(lines, invoicing::issuing::PricesAre::net, taxed(), "");
        RC_ASSERT(Integer(result.totals.net.minor()) == net);
        RC_ASSERT(Integer(result.totals.vat.minor()) == vat);
        RC_ASSERT(Integer(result.totals.gross.minor()) == net + vat);
        RC_ASSERT(result.vat.size() == bases.size());
    }));
}

TEST(Amounts, GrossPricesKeepTheAgreedTotal)
{
    EXPECT_TRUE(rc::check("gross prices", [] {
        const auto lines = any_lines();
        std::map<std::int64_t, Integer> sums;
        for (const auto& line : lines) {
            sums[line.vat_rate.value] += rounded_half_up(exact_amount(line));
        }
        Integer gross = 0;
        Integer net = 0;
        for (const auto& [rate, sum] : sums) {
            gross += sum;
            net += rounded_half_up(Rational(sum) * Rational(10'000, 10'000 + rate));
        }
        const auto result =
            invoicing::issuing::priced(lines, invoicing::issuing::PricesAre::gross, taxed(), "");
        RC_ASSERT(Integer(result.totals.gross.minor()) == gross);
        RC_ASSERT(Integer(result.totals.net.minor()) == net);
    }));
}

TEST(Amounts, LinesAddUpToTheirBaseAndMultiplyOut)
{
    EXPECT_TRUE(rc::check("BR-S-08 and BT-131", [] {
        const auto prices_are = *rc::gen::element(invoicing::issuing::PricesAre::net,
                                                  invoicing::issuing::PricesAre::gross);
        const auto result = invoicing::issuing::priced(any_lines(), prices_are, taxed(), "");
        for (const auto& vat : result.vat) {
            std::int64_t sum = 0;
            for (const auto& line : result.lines) {
                if (line.rate == vat.rate) sum += line.net.minor();
            }
            RC_ASSERT(sum == vat.base.minor());
        }
        for (const auto& line : result.lines) {
            RC_ASSERT(line_amount(line.quantity, line.unit_price, Currency::eur) == line.net);
        }
    }));
}

TEST(Amounts, VatIsTakenOnTheSumNotPerLine)
{
    // Three lines of 0.33 at 5.5 %: per line 0.02 each, on the sum 0.05.
    const std::vector<invoicing::issuing::QuoteLine> lines(
        3, {"x", Quantity{10'000}, "C62", UnitPrice{330'000}, {550}});

    const auto result =
        invoicing::issuing::priced(lines, invoicing::issuing::PricesAre::net, taxed(), "");

    EXPECT_EQ(result.totals.net, eur(99));
    EXPECT_EQ(result.totals.vat, eur(5));
}

TEST(Amounts, WhatWasGivenBackLeavesExactlyTheRest)
{
    EXPECT_TRUE(rc::check("BR-CO-13, BR-S-08 with allowances", [] {
        const auto whole =
            invoicing::issuing::priced(any_lines(),
                                       *rc::gen::element(invoicing::issuing::PricesAre::net,
                                                         invoicing::issuing::PricesAre::gross),
                                       taxed(), "");
        RC_PRE(whole.totals.gross.minor() > 1);
        const auto back = eur(*rc::gen::inRange<std::int64_t>(1, whole.totals.gross.minor()));
        const auto rest = invoicing::issuing::reduced(whole, back, "Réduction");
        RC_ASSERT(rest.totals.gross == whole.totals.gross - back);
        RC_ASSERT(rest.totals.net == rest.totals.lines - rest.totals.allowances);
        for (const auto& vat : rest.vat) {
            std::int64_t base = 0;
            for (const auto& line : rest.lines) {
                if (line.rate == vat.rate) base += line.net.minor();
            }
            for (const auto& allowance : rest.allowances) {
                if (allowance.rate == vat.rate) base -= allowance.net.minor();
            }
            RC_ASSERT(base == vat.base.minor());
        }
    }));
}

TEST(Amounts, TheSampleInvoiceComesOutToTheCent)
{
    const auto order = samples::advice();

    const auto result = invoicing::issuing::priced(order.lines, order.prices_are, taxed(), "");

    EXPECT_EQ(result.totals.net, eur(250'00));
    EXPECT_EQ(result.totals.vat, eur(50'00));
    EXPECT_EQ(result.totals.gross, eur(300'00));
    EXPECT_EQ(result.totals.paid, eur(300'00));
    EXPECT_EQ(result.totals.due, eur(0));
}

} // namespace
