#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <stdexcept>
#include <string>

#include "domain/storage/session.hpp"
#include "tests/support/temporary.hpp"

namespace {

using domain::storage::Session;
namespace fs = std::filesystem;

class Paths : public ::testing::Test {
protected:
    tests::Temporary folder;

    /// What lies in the folder after a table was made in the database `name`.
    std::set<std::string> made(const std::string& name)
    {
        const auto path = fs::path(folder.path()) / name;
        fs::create_directories(path.parent_path());
        Session("sqlite:" + path.string()).execute("CREATE TABLE poets (id TEXT)");
        std::set<std::string> files;
        for (const auto& file : fs::recursive_directory_iterator(folder.path())) {
            if (file.is_regular_file()) files.insert(fs::relative(file, folder.path()));
        }
        return files;
    }
};

TEST_F(Paths, OfADatabaseMayHaveBlanksInThem)
{
    for (const auto* name : {"kept a year/data.db", "two  blanks.db", "a dbname=x timeout=9.db"})
        EXPECT_TRUE(made(name).contains(name)) << name;
    EXPECT_EQ(made("last one.db").size(), 4U);
}

TEST_F(Paths, OfADatabaseHaveNoDoubleQuote)
{
    EXPECT_THROW(made("the \"best\".db"), std::runtime_error);
}

} // namespace
