// The rules a reviewer would otherwise have to remember, as a test.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/architecture/includes.hpp"
#include "tests/architecture/literals.hpp"

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

const std::map<std::string, Names> may_include = {
    {"domain", {"domain"}},
    {"payments", {"payments", "domain"}},
    {"invoicing", {"invoicing", "domain"}},
    {"jobs", {"jobs", "payments", "invoicing", "domain"}},
    {"api", {"api", "payments", "invoicing", "domain"}},
    {"ops", {"ops", "api", "jobs", "payments", "invoicing", "domain"}},
};

using Visit = std::function<void(const std::string& folder, const std::string& path, int number,
                                 const std::string& line)>;

void each_line(const Visit& visit)
{
    for (const auto& [folder, _] : may_include) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / folder)) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".hpp") continue;
            const auto path = fs::relative(entry.path(), SOURCE_DIR).string();
            std::ifstream file(entry.path());
            int number = 0;
            for (std::string line; std::getline(file, line);)
                visit(folder, path, ++number, line);
        }
    }
}

TEST(Architecture, RoomsDependOneWay)
{
    const std::regex include(R"re(#include "([a-z_]+)/)re");
    int seen = 0;
    each_line([&](const auto& folder, const auto& path, int number, const auto& line) {
        std::smatch match;
        if (!std::regex_search(line, match, include)) return;
        ++seen;
        EXPECT_TRUE(may_include.at(folder).contains(match[1]))
            << path << ':' << number << ": " << line;
    });
    EXPECT_GT(seen, 500) << "the test reads the tree";
}

TEST(Architecture, TheTransportKnowsNothingOfTheProduct)
{
    each_line([](const auto&, const auto& path, int number, const auto& line) {
        if (!path.starts_with("api/http/") || !line.starts_with("#include \"")) return;
        const bool own =
            line.find("\"api/http/") != line.npos || line.find("\"domain/core/") != line.npos;
        EXPECT_TRUE(own) << path << ':' << number << ": " << line;
    });
}

TEST(Architecture, TheStandInSharesOnlyTheTransportAndTheVocabulary)
{
    const std::regex allowed(R"re("(ops/mangopay-sandbox|api/http|domain/core)/)re");
    each_line([&](const auto&, const auto& path, int number, const auto& line) {
        if (!path.starts_with("ops/mangopay-sandbox/") || !line.starts_with("#include \"")) return;
        EXPECT_TRUE(std::regex_search(line, allowed)) << path << ':' << number << ": " << line;
    });
}

/// A replica shows what was so a moment ago: nothing may be planned, sent or decided by that.
TEST(Architecture, MoneyAndJobsReadThePrimary)
{
    const std::regex on_a_replica(R"(db\.read\()");
    each_line([&](const auto& folder, const auto& path, int number, const auto& line) {
        const bool decides =
            folder == "jobs" || folder == "payments" || path.starts_with("api/money/");
        if (!decides) return;
        EXPECT_FALSE(std::regex_search(line, on_a_replica))
            << path << ':' << number << ": " << line;
    });
}

TEST(Architecture, SqlStandsInStoresAndUseCases)
{
    const std::regex statement(R"re(tx\.(run|one|all|maybe)[<(]|\b(storage::)?query<)re");
    each_line([&](const auto&, const auto& path, int number, const auto& line) {
        const bool is_way_in = path.starts_with("api/") || path.starts_with("jobs/");
        if (!is_way_in || !std::regex_search(line, statement)) return;
        EXPECT_TRUE(path.starts_with("jobs/") && path.ends_with("_store.cpp"))
            << path << ':' << number << ": " << line;
    });
}

/// However the transaction is called there, and whatever runs it.
TEST(Architecture, NoTextOfTheApiOrTheJobsIsSql)
{
    const std::regex sql(
        R"(\b(SELECT\s[^]*\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM)\s)",
        std::regex::icase);
    for (const auto* room : {"api", "jobs"}) {
        for (const auto& path : tests::sources_of(room)) {
            if (path.starts_with("jobs/") && path.ends_with("_store.cpp")) continue;
            std::ostringstream source;
            source << std::ifstream(fs::path(SOURCE_DIR) / path).rdbuf();
            for (const auto& literal : tests::literals_in(source.str())) {
                EXPECT_FALSE(std::regex_search(literal.text + " ", sql))
                    << path << ':' << literal.line << ": " << literal.text;
            }
        }
    }
}

TEST(Architecture, NothingReadsTheSystemsClockOrRollsItsOwnDice)
{
    const std::map<std::string, std::string> banned = {
        {"system_clock::now", "tx.now, which tests can set"},
        {"soci::use(", "tx.run(sql, …), which binds into buffers of its own"},
        {"std::rand", "random_bytes()"},
        {"mt19937", "random_bytes()"},
        {"FIXME", "finishing the thought before merging"},
        {"TODO", "finishing the thought before merging"},
        {"CURRENT_TIMESTAMP", "binding tx.now"},
        {"SELECT *", "naming the columns"},
    };
    // The stand-in's errors that belong to no ClientId belong to no world's clock either.
    const Names clocks = {"domain/core/clock_file.cpp", "ops/commands/serve.cpp",
                          "ops/mangopay-sandbox/surface/surface.cpp"};
    each_line([&](const auto&, const auto& path, int number, const auto& line) {
        for (const auto& [text, instead] : banned) {
            if (text == "system_clock::now" && clocks.contains(path)) continue;
            if (text == "soci::use(" && path.starts_with("domain/storage/")) continue;
            EXPECT_EQ(line.find(text), std::string::npos)
                << path << ':' << number << ": use " << instead;
        }
    });
}

TEST(Architecture, AFileIsAboutOneNounAndFitsItsScreens)
{
    std::map<std::string, int> lines;
    each_line([&](const auto&, const auto& path, int, const auto&) { ++lines[path]; });
    constexpr int limit = 300;
    for (const auto& [path, count] : lines)
        EXPECT_LE(count, limit) << path;
}

TEST(Architecture, EveryRoomExplainsItself)
{
    for (const auto& [folder, _] : may_include) {
        const auto readme = fs::path(SOURCE_DIR) / folder / "README.md";
        ASSERT_TRUE(fs::exists(readme)) << readme;
        std::ifstream file(readme);
        int count = 0;
        for (std::string line; std::getline(file, line);)
            ++count;
        EXPECT_LE(count, 40) << readme;
    }
}

} // namespace
