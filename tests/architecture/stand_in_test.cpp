// The stand-in is read bottom up: no module needs one that needs it.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "tests/architecture/includes.hpp"

namespace {

using tests::Include;

const std::string home = "ops/mangopay-sandbox/";

/// Its folders, the lowest first; main.cpp stands on all of them.
const std::vector<std::string> bottom_up = {"wire", "world", "objects", "client", "surface"};

std::string told(const std::vector<Include>& circle)
{
    std::string lines;
    for (const auto& include : circle)
        lines += "\n  " + text(include);
    return lines;
}

/// How high the folder of a file of the stand-in's stands.
std::ptrdiff_t height(const std::string& path)
{
    const auto below = path.substr(home.size());
    const auto folder = below.substr(0, below.find('/'));
    if (folder == "main.cpp") return std::ssize(bottom_up);
    const auto found = std::ranges::find(bottom_up, folder);
    EXPECT_NE(found, bottom_up.end()) << path << " stands in no folder of the written order";
    return found - bottom_up.begin();
}

TEST(StandIn, NoModuleNeedsOneThatNeedsIt)
{
    const auto includes = tests::includes_of(home);
    EXPECT_GT(includes.size(), 150) << "the test reads the tree";
    const auto circle = tests::circle_in(includes);
    EXPECT_TRUE(circle.empty()) << "a circle of modules:" << told(circle);
}

TEST(StandIn, AFolderKnowsOnlyThoseBelowIt)
{
    for (const auto& include : tests::includes_of(home)) {
        if (!include.included.starts_with(home)) continue;
        EXPECT_LE(height(include.included), height(include.path)) << text(include);
    }
}

TEST(StandIn, ACircleIsFoundThroughHeadersAndSourcesAndNamedWithoutTheWayToIt)
{
    const std::vector<Include> includes = {
        {"card.cpp", 3, "users.hpp"},    {"users.cpp", 5, "users.hpp"},
        {"users.cpp", 7, "sca.hpp"},     {"sca.hpp", 2, "wallets.hpp"},
        {"wallets.cpp", 9, "users.hpp"}, {"wallets.cpp", 10, "lists.hpp"}};
    const auto circle = tests::circle_in(includes);
    ASSERT_EQ(circle.size(), 3) << told(circle);
    const auto lines = told(circle);
    for (const auto* line : {"users.cpp:7 includes sca.hpp", "sca.hpp:2 includes wallets.hpp",
                             "wallets.cpp:9 includes users.hpp"}) {
        EXPECT_NE(lines.find(line), std::string::npos) << line << " in" << lines;
    }
}

} // namespace
