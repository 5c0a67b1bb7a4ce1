#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "tests/support/databases.hpp"
#include "tests/support/golden.hpp"

namespace {

using domain::storage::checksum;
using domain::storage::Dialect;
using domain::storage::Migration;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// The migrations of one folder, and how the list calls that folder.
struct History {
    std::string prefix; // "" or "keys/"
    std::vector<Migration> migrations;
};

/// "0009_accounts" -> "0009 accounts <sha256> <sha256>", with the folder before it.
std::string frozen(const std::string& prefix, const Migration& migration)
{
    return prefix + migration.name.substr(0, 4) + " " + migration.name.substr(5) + " " +
           checksum(Dialect::sqlite, migration) + " " + checksum(Dialect::postgresql, migration);
}

/// The lines of `list` that speak of the folder `prefix`.
std::vector<std::string> lines_of(const std::string& list, const std::string& prefix)
{
    std::vector<std::string> lines;
    std::istringstream text(list);
    for (std::string line; std::getline(text, line);) {
        if (line.empty() || line.starts_with("#")) continue;
        if (line.starts_with("keys/") == !prefix.empty()) lines.push_back(line);
    }
    return lines;
}

/// What is wrong with the migration that should be the `at`-th of its history; "" for nothing.
std::string fault(const History& history, std::size_t at, const std::string& line)
{
    std::istringstream words(line);
    std::string number, name;
    words >> number >> name;
    const auto file = "ops/migrations/" + number + "_" + name + ".sql";
    const auto named = number.substr(history.prefix.size()) + "_" + name;
    const auto& all = history.migrations;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == named; });
    if (found == all.end()) return file + " is frozen and missing";
    if (found - all.begin() != static_cast<std::ptrdiff_t>(at))
        return file + " is frozen in another place: " + all[at].name + " stands there";
    if (frozen(history.prefix, *found) != line) return file + " is frozen and differs";
    return "";
}

std::vector<std::string> faults(const std::string& version, const std::string& list,
                                const History& history)
{
    const auto lines = lines_of(list, history.prefix);
    std::vector<std::string> found;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (auto wrong = fault(history, at, lines[at]); !wrong.empty())
            found.push_back(std::move(wrong));
    }
    if (lines.empty() && std::stoi(version) >= 1) {
        found.push_back("version " + version + " freezes nothing; ops/migrations/frozen.txt lacks");
        for (const auto& migration : history.migrations)
            found.back() += "\n" + frozen(history.prefix, migration);
    }
    return found;
}

std::string version()
{
    const auto text = tests::slurp(SOURCE_DIR "/CMakeLists.txt");
    std::smatch found;
    if (!std::regex_search(text, found, std::regex("project\\(\\w+ VERSION ([0-9.]+)")))
        throw std::runtime_error("CMakeLists.txt gives no version");
    return found[1];
}

TEST(FrozenMigrations, StandAsTheyWereReleased)
{
    const auto list = tests::slurp(SOURCE_DIR "/ops/migrations/frozen.txt");
    ASSERT_THAT(list, HasSubstr("begins with version 1.0.0"));
    EXPECT_THAT(faults(version(), list, {"", tests::migrations("ops/migrations/")}), IsEmpty());
    EXPECT_THAT(faults(version(), list, {"keys/", tests::migrations("ops/migrations/keys/")}),
                IsEmpty());
}

/// A history of three tables, the first two of them frozen.
class AFrozenHistory : public ::testing::Test {
protected:
    static Migration of(const std::string& name)
    {
        const auto table = name.substr(5);
        return {name,
                "CREATE TABLE " + table +
                    " (\n    id TEXT PRIMARY KEY\n);\n\n-- append-only: " + table + "\n",
                "", ""};
    }

    History history{"", {of("0001_poets"), of("0002_poems"), of("0003_readers")}};
    std::string list = "# a list\n\n" + frozen("", history.migrations[0]) + "\n" +
                       frozen("", history.migrations[1]) + "\n";

    std::vector<std::string> told() { return faults("1.2.0", list, history); }
};

TEST_F(AFrozenHistory, IsRightAsLongAsNobodyTouchesIt)
{
    EXPECT_THAT(told(), IsEmpty());
    history.migrations[2].common += "CREATE INDEX readers_by_name ON readers (name);\n";
    EXPECT_THAT(told(), IsEmpty());
}

TEST_F(AFrozenHistory, NamesTheFileThatDiffersOnEitherDatabase)
{
    history.migrations[0].common += "-- a remark\n";
    history.migrations[1].postgresql = "CREATE INDEX poems_by_poet ON poems (poet);\n";
    EXPECT_THAT(told(), ElementsAre("ops/migrations/0001_poets.sql is frozen and differs",
                                    "ops/migrations/0002_poems.sql is frozen and differs"));
}

TEST_F(AFrozenHistory, NamesTheFileThatIsMissing)
{
    history.migrations.erase(history.migrations.begin() + 1);
    EXPECT_THAT(told(), ElementsAre("ops/migrations/0002_poems.sql is frozen and missing"));
}

TEST_F(AFrozenHistory, NamesTheFileThatIsOutOfOrder)
{
    history.migrations.insert(history.migrations.begin() + 1, of("0001_printers"));
    EXPECT_THAT(told(), ElementsAre("ops/migrations/0002_poems.sql is frozen in another place: "
                                    "0001_printers stands there"));
}

TEST_F(AFrozenHistory, BeginsWithVersionOne)
{
    EXPECT_THAT(faults("0.9.3", "", history), IsEmpty());
    EXPECT_THAT(faults("1.0.0", "# nothing", history),
                ElementsAre(HasSubstr(frozen("", history.migrations[2]))));
}

TEST_F(AFrozenHistory, KnowsTheKeyDatabaseByItsFolder)
{
    const History keys{"keys/", {of("0001_data_keys")}};
    list += frozen("keys/", keys.migrations[0]) + "\n";
    EXPECT_THAT(faults("1.0.0", list, keys), IsEmpty());
    EXPECT_THAT(faults("1.0.0", list, {"keys/", {of("0001_other_keys")}}),
                ElementsAre("ops/migrations/keys/0001_data_keys.sql is frozen and missing"));
    EXPECT_THAT(told(), IsEmpty());
}

} // namespace
