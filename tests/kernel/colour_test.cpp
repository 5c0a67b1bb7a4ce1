#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/core/colour.hpp"
#include "domain/platform/brand.hpp"

namespace {

using namespace domain;

constexpr Colour black{};
constexpr Colour white{255, 255, 255};

TEST(Colours, AreReadAsTheyAreWritten)
{
    EXPECT_EQ(to_text(parse_colour("#1F3c9a").value()), "#1f3c9a");
    for (const auto* wrong : {"", "#1f3", "1f3c9a", "#1f3c9g", "#1f3c9a0", "#-1-1-1", "blue"})
        EXPECT_FALSE(parse_colour(wrong)) << wrong;
}

/// The figures that WCAG's own documents and every checker give.
TEST(Colours, StandOutAsWcagCounts)
{
    EXPECT_NEAR(contrast(black, white), 21.0, 1e-9);
    EXPECT_NEAR(contrast(white, white), 1.0, 1e-9);
    EXPECT_NEAR(contrast(parse_colour("#767676").value(), white), 4.54, 0.005);
    EXPECT_NEAR(contrast(parse_colour("#ff0000").value(), white), 4.00, 0.005);
    EXPECT_TRUE(is_readable(parse_colour("#767676").value(), {white}));
    EXPECT_FALSE(is_readable(parse_colour("#777777").value(), {white}));
}

RC_GTEST_PROP(Colours, HaveANearestShadeThatCanBeRead, (std::uint8_t red, std::uint8_t green))
{
    const Colour colour{red, green, 128};
    for (const auto& grounds : {platform::light_grounds, platform::dark_grounds}) {
        const std::vector<Colour> all = {grounds.page, grounds.card, grounds.on_brand};
        const auto nearest = nearest_readable(colour, all);
        RC_ASSERT(nearest.has_value());
        RC_ASSERT(is_readable(*nearest, all));
        if (is_readable(colour, all)) RC_ASSERT(*nearest == colour);
    }
}

TEST(Brands, OfOursCanBeRead)
{
    EXPECT_TRUE(platform::unreadable_in({}).empty());
}

} // namespace
