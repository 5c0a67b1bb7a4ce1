// The floors inside each room, as floors.txt writes them down.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "tests/architecture/includes.hpp"

namespace {

namespace fs = std::filesystem;

struct Floor {
    std::string folder;
    bool is_to_come = false;
};

using Rooms = std::map<std::string, std::vector<Floor>>;

/// A room's name begins its line; its floors are indented, a folder and what it is.
Rooms floors_in(std::istream& text)
{
    Rooms rooms;
    std::string room;
    for (std::string line; std::getline(text, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream words(line);
        std::string folder, about;
        words >> folder;
        std::getline(words >> std::ws, about);
        if (line.front() == ' ') {
            EXPECT_FALSE(about.empty()) << folder << " does not say what it is";
            rooms[room].push_back({folder, about.starts_with("to come: ")});
        } else {
            room = folder;
        }
    }
    return rooms;
}

const Rooms& rooms()
{
    static const Rooms read = [] {
        std::ifstream file(fs::path(SOURCE_DIR) / "tests/architecture/floors.txt");
        return floors_in(file);
    }();
    return read;
}

/// "domain/quotes/quote.hpp" is of room "domain", folder "quotes"; "api/site/frame/page.hpp" of
/// "api", folder "site/frame". The folder of "api/routes.cpp" is "": it stands on all of them.
struct Place {
    std::string room, folder;
};
Place place_of(const std::string& path)
{
    const auto slash = path.find('/');
    const auto end = path.rfind('/');
    return {path.substr(0, slash), end == slash ? "" : path.substr(slash + 1, end - slash - 1)};
}

/// How high; nothing for a folder that is neither written down nor in one that is.
std::optional<std::size_t> height_of(const std::vector<Floor>& floors, const std::string& folder)
{
    if (folder.empty()) return floors.size();
    for (std::size_t i = 0; i < floors.size(); ++i) {
        if ((folder + "/").starts_with(floors[i].folder + "/")) return i;
    }
    return {};
}

/// Each include that points up, and each from or to a folder that no floor names.
std::vector<std::string> faults_in(const Rooms& rooms, const std::vector<tests::Include>& includes)
{
    std::vector<std::string> faults;
    for (const auto& include : includes) {
        const auto from = place_of(include.path);
        const auto to = place_of(include.included);
        if (from.room != to.room || from.folder == to.folder) continue;
        const auto& floors = rooms.at(from.room);
        const auto upper = height_of(floors, from.folder);
        const auto lower = height_of(floors, to.folder);
        if (!upper || !lower) {
            faults.push_back(text(include) + ": a folder that floors.txt does not name");
        } else if (*lower > *upper) {
            faults.push_back(text(include) + ": " + from.folder + " stands below " + to.folder);
        }
    }
    return faults;
}

TEST(Floors, AnIncludePointsDownTheWrittenOrder)
{
    for (const auto& [room, _] : rooms()) {
        const auto includes = tests::includes_of(room);
        EXPECT_GT(includes.size(), 50U) << "the test reads " << room;
        for (const auto& fault : faults_in(rooms(), includes))
            ADD_FAILURE() << fault;
    }
}

TEST(Floors, AreWrittenDownForEveryFolderAndForNoOther)
{
    for (const auto& [room, floors] : rooms()) {
        for (const auto& floor : floors) {
            const bool is_there = fs::is_directory(fs::path(SOURCE_DIR) / room / floor.folder);
            EXPECT_NE(is_there, floor.is_to_come) << room << '/' << floor.folder;
        }
        for (const auto& path : tests::sources_of(room))
            EXPECT_TRUE(height_of(floors, place_of(path).folder)) << path;
    }
}

/// Headers too stand one above the other, within a folder as well.
TEST(Floors, NoHeadersOfARoomNeedEachOther)
{
    for (const auto* room : {"domain", "payments", "invoicing", "jobs", "api", "ops"}) {
        auto includes = tests::includes_of(room);
        std::erase_if(includes, [](const auto& one) { return !one.path.ends_with(".hpp"); });
        for (const auto& include : tests::circle_in(includes))
            ADD_FAILURE() << "in a circle: " << text(include);
    }
}

/// What is written in another way would be read by none of these tests: a path that climbs, a
/// macro, a file with another ending.
TEST(Floors, AnIncludeIsWrittenInOneWay)
{
    for (const auto* room : {"domain", "payments", "invoicing", "jobs", "api", "ops", "tests"}) {
        for (const auto& line : tests::includes_in_other_words(room))
            ADD_FAILURE() << line;
    }
}

/// Where a folder speaks in another namespace than its own path: the vocabulary of its room.
const std::map<std::string, std::string> vocabularies = {
    {"domain/core", "domain"},        // what every line of every room says
    {"payments/gateway", "payments"}, // the room's one interface
    {"invoicing/model", "invoicing"}, // the document itself
    {"api/json", "api"},              // Reader and views
    {"api/pipeline", "api"},          // Request, Response, Route
};

std::string namespace_of(const std::string& folder)
{
    const auto vocabulary = vocabularies.find(folder);
    if (vocabulary != vocabularies.end()) return vocabulary->second;
    return std::regex_replace(folder, std::regex("/"), "::");
}

TEST(Floors, NamespacesFollowTheFolders)
{
    const std::regex opened(R"(^(?:inline )?namespace ([a-z_:]+)\s*\{?$)");
    // Names that a header lends to its whole room, and types it only announces, stand apart.
    const std::regex lends(R"(^(using |class |struct ))");
    for (const auto* room : {"domain", "payments", "invoicing", "api"}) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / room)) {
            if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
            const auto path = fs::relative(entry.path(), SOURCE_DIR);
            const auto expected = namespace_of(path.parent_path().string());
            std::ifstream file(entry.path());
            std::string line;
            for (int number = 1; std::getline(file, line); ++number) {
                std::smatch match;
                if (!std::regex_match(line, match, opened)) continue;
                const auto name = match[1].str();
                std::string next;
                std::getline(file, next);
                ++number;
                if (std::regex_search(next, lends)) continue;
                EXPECT_TRUE((name + "::").starts_with(expected + "::") ||
                            !name.starts_with(expected.substr(0, expected.find(':'))))
                    << path.string() << ':' << number - 1 << ": " << name << " in " << expected;
            }
        }
    }
}

TEST(Floors, AnIncludeThatPointsUpIsNamedWithFileAndLine)
{
    std::istringstream page("domain\n  requests  asked\n  quotes    answered\n");
    const auto small = floors_in(page);
    const auto faults =
        faults_in(small, {{"domain/quotes/quotes.cpp", 3, "domain/requests/requests.hpp"},
                          {"domain/requests/requests.cpp", 7, "domain/quotes/quotes.hpp"},
                          {"domain/requests/requests.cpp", 8, "domain/attic/box.hpp"}});
    ASSERT_EQ(faults.size(), 2U);
    EXPECT_EQ(faults[0], "domain/requests/requests.cpp:7 includes domain/quotes/quotes.hpp: "
                         "requests stands below quotes");
    EXPECT_EQ(faults[1], "domain/requests/requests.cpp:8 includes domain/attic/box.hpp: "
                         "a folder that floors.txt does not name");
}

TEST(Floors, AFolderInAFolderHasAFloorOfItsOwn)
{
    std::istringstream page("api\n  people      asked\n  site/frame  drawn\n  site/market seen\n");
    const auto small = floors_in(page);
    const auto faults =
        faults_in(small, {{"api/site/frame/page.cpp", 3, "api/site/market/home.hpp"},
                          {"api/site/market/home.cpp", 4, "api/site/frame/page.hpp"},
                          {"api/site/attic/box.cpp", 5, "api/people/people.hpp"}});
    ASSERT_EQ(faults.size(), 2U);
    EXPECT_EQ(faults[0], "api/site/frame/page.cpp:3 includes api/site/market/home.hpp: "
                         "site/frame stands below site/market");
    EXPECT_EQ(faults[1], "api/site/attic/box.cpp:5 includes api/people/people.hpp: "
                         "a folder that floors.txt does not name");
}

} // namespace
