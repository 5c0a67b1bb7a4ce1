#include <gtest/gtest.h>

#include "domain/core/words.hpp"
#include "invoicing/law/mentions.hpp"

namespace {

using namespace invoicing::law;
using namespace std::chrono;
using domain::Day;

struct Validity {
    Mention mention;
    Day from;
    std::optional<Day> until; // last day; nothing: no end is known
};

// From the texts that mentions.cpp names as sources. Whatever cites an article of the CGI may do so
// until 30 June 2028 (ord. 2026-671).
const Validity validities[] = {
    {Mention::franchise, 1999y / 1 / 1, 2028y / 6 / 30},
    {Mention::exemption, 1999y / 1 / 1, 2028y / 6 / 30},
    {Mention::reverse_charge, 2013y / 1 / 1, {}},
    {Mention::reverse_charge_basis, 2013y / 1 / 1, 2028y / 6 / 30},
    {Mention::outside_eu_business, 2010y / 1 / 1, 2028y / 6 / 30},
    {Mention::outside_eu_consumer, 2010y / 1 / 1, 2028y / 6 / 30},
    {Mention::recovery_indemnity, 2013y / 1 / 1, {}},
    {Mention::late_penalties, 2009y / 1 / 1, {}},
    {Mention::no_early_discount, 2009y / 1 / 1, {}},
    {Mention::vat_on_debits, 2022y / 10 / 7, {}},
    {Mention::mandate, 2004y / 1 / 1, {}},
};

Day moved(Day day, int by)
{
    return Day{sys_days{day} + days{by}};
}

TEST(Mentions, HoldFromTheirFirstDayToTheirLast)
{
    ASSERT_EQ(std::size(validities), domain::values_of<Mention>().size());
    for (const auto& row : validities) {
        SCOPED_TRACE(static_cast<int>(row.mention));
        EXPECT_FALSE(mention(row.mention, moved(row.from, -1)));
        EXPECT_TRUE(mention(row.mention, row.from));
        const auto last = row.until.value_or(2099y / 12 / 31);
        EXPECT_TRUE(mention(row.mention, last));
        EXPECT_EQ(mention(row.mention, moved(last, 1)).has_value(), !row.until.has_value());
    }
}

} // namespace
