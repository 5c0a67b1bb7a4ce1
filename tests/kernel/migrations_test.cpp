#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/databases.hpp"

namespace {

using namespace domain;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// A database that every migration of the program has been applied to, once.
class Migrations : public ::testing::Test {
protected:
    Instant now = instant_of(1'800'000'000'000'000);
    tests::Databases databases;
    std::vector<storage::Migration> all = tests::migrations("ops/migrations/");

    std::vector<std::string> migrate() { return storage::migrate(databases.data, all, now); }

    /// Why neither `migrate` nor a start takes this database.
    std::string refusal()
    {
        std::string asked;
        try {
            storage::pending(databases.data, all);
        } catch (const std::runtime_error& refused) {
            asked = refused.what();
        }
        try {
            migrate();
        } catch (const std::runtime_error& refused) {
            EXPECT_EQ(asked, refused.what());
            return refused.what();
        }
        EXPECT_EQ(asked, "");
        return "";
    }
};

TEST_F(Migrations, AreAppliedOnce)
{
    EXPECT_THAT(storage::pending(databases.data, all), IsEmpty());
    EXPECT_THAT(migrate(), IsEmpty());
}

TEST_F(Migrations, GoOnFromWhereTheDatabaseStands)
{
    all.push_back({"9998_poets", "CREATE TABLE poets (\n    id TEXT PRIMARY KEY\n);\n", "", ""});
    all.push_back({"9999_poems", "CREATE TABLE poems (\n    id TEXT PRIMARY KEY\n);\n", "", ""});
    EXPECT_THAT(storage::pending(databases.data, all), ElementsAre("9998_poets", "9999_poems"));
    EXPECT_THAT(migrate(), ElementsAre("9998_poets", "9999_poems"));
    EXPECT_THAT(migrate(), IsEmpty());
}

TEST_F(Migrations, AreNeverAppliedWithAnotherText)
{
    all.at(3).common += "\n-- x\nCREATE TABLE sneaked (\n    id TEXT PRIMARY KEY\n);\n";
    EXPECT_THAT(refusal(), HasSubstr(all.at(3).name + " was applied with another text"));
}

TEST_F(Migrations, AreNotTakenFromAnAppliedLineOfTriggers)
{
    auto audited = std::find_if(all.begin(), all.end(),
                                [](const auto& one) { return one.name.ends_with("_audit_log"); });
    ASSERT_NE(audited, all.end());
    const auto line = audited->common.find("-- append-only: audit_log");
    ASSERT_NE(line, std::string::npos);
    audited->common.replace(line, 14, "-- kept");
    EXPECT_THAT(refusal(), HasSubstr(audited->name + " was applied with another text"));
}

TEST_F(Migrations, ThatOnlyTheDatabaseKnowsAreRefused)
{
    const auto last = all.back().name;
    all.pop_back();
    EXPECT_THAT(refusal(), HasSubstr("knows the migration " + last));
}

TEST_F(Migrations, DoNotComeBeforeThoseThatWereApplied)
{
    const auto next = all.at(1).name;
    all.insert(all.begin() + 1, {"0001_zeal", "CREATE TABLE zeal (\n    id TEXT\n);\n", "", ""});
    EXPECT_THAT(refusal(), HasSubstr("0001_zeal comes before " + next));
}

} // namespace
