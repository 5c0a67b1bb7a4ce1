#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/storage/append_only.hpp"
#include "domain/storage/failures.hpp"
#include "tests/support/databases.hpp"

namespace {

using namespace domain;
using storage::Dialect;
using ::testing::HasSubstr;

constexpr auto library = R"(CREATE TABLE poems (
    id TEXT PRIMARY KEY,
    verse TEXT NOT NULL
);

-- append-only: poems

CREATE TABLE copies (
    poem_id TEXT PRIMARY KEY,
    verse TEXT NOT NULL
);

-- append-only: copies, deleted by poem_id

CREATE TABLE shelves (
    id TEXT PRIMARY KEY,
    verse TEXT NOT NULL
);

-- kept: shelves

CREATE TABLE catalogue (
    id TEXT PRIMARY KEY,
    verse TEXT NOT NULL
);

-- append-only: catalogue, never deleted

-- kept nowhere else
CREATE TABLE drafts (
    id TEXT PRIMARY KEY,
    verse TEXT NOT NULL
);
)";

/// A library beside the marketplace: a row in each of its tables, "p1".
class Library : public ::testing::Test {
protected:
    tests::Databases databases;
    storage::Session session{databases.data};

    void build(const std::string& ddl)
    {
        auto all = tests::migrations("ops/migrations/");
        all.push_back({"9999_library", ddl, "", ""});
        storage::migrate(databases.data, all, instant_of(1));
    }

    void given_a_row_in_each()
    {
        for (const char* table : {"poems", "copies", "shelves", "catalogue", "drafts"})
            session.execute("INSERT INTO " + std::string(table) + " VALUES ('p1', 'roses')");
    }

    /// "done", or why not.
    std::string tried(const std::string& sql)
    {
        session.execute("BEGIN");
        std::string said = "done";
        try {
            session.execute(sql);
        } catch (const storage::ConstraintViolated& refused) {
            said = refused.what();
        }
        session.execute("ROLLBACK");
        return said;
    }
    std::string update(const std::string& table)
    {
        return tried("UPDATE " + table + " SET verse = 'violets'");
    }
    std::string deletion(const std::string& table) { return tried("DELETE FROM " + table); }
};

TEST_F(Library, KeepsWhatItsLinesSayAndNothingElse)
{
    build(library);
    given_a_row_in_each();

    for (const char* table : {"poems", "copies", "catalogue"})
        EXPECT_THAT(update(table), HasSubstr(std::string(table) + " is append-only"));
    for (const char* table : {"shelves", "drafts"})
        EXPECT_EQ(update(table), "done");
    for (const char* table : {"poems", "copies", "shelves", "catalogue"})
        EXPECT_THAT(deletion(table), HasSubstr(std::string(table) + " is append-only"));
    EXPECT_EQ(deletion("drafts"), "done");

    session.execute("INSERT INTO destruction_orders VALUES ('p1', 'poem', 'the author', 1)");
    for (const char* table : {"poems", "copies", "shelves"})
        EXPECT_EQ(deletion(table), "done") << table;
    EXPECT_THAT(deletion("catalogue"), HasSubstr("catalogue is append-only"));
    EXPECT_THAT(update("poems"), HasSubstr("poems is append-only"));
}

TEST_F(Library, IsNotBuiltFromALineThatCannotBeRead)
{
    for (const std::string line :
         {"-- append-only", "-- append-only: ", "-- append-only poems", "-- kept: poems, copies",
          "-- append-only: poems deleted by id", "-- kept: poems, deleted by"}) {
        try {
            build(library + ("\n" + line));
            ADD_FAILURE() << line;
        } catch (const std::runtime_error& refused) {
            EXPECT_THAT(refused.what(), HasSubstr("\"" + line + "\" is not"));
        }
    }
}

/// These texts are part of every checksum that a database remembers: from version 1.0.0 on a
/// change here would have every installation refuse to start.
TEST(AppendOnly, SpellsItsTriggersAsTheDatabasesRememberThem)
{
    constexpr auto lines = "-- append-only: poems, deleted by poet_id\n-- kept: shelves, never "
                           "deleted";
    EXPECT_EQ(storage::with_append_only_triggers(Dialect::sqlite, lines), R"(
CREATE TRIGGER poems_no_update BEFORE update ON poems
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: poems is append-only');
END;

CREATE TRIGGER poems_no_delete BEFORE DELETE ON poems
WHEN NOT EXISTS (SELECT 1 FROM destruction_orders WHERE object_id = OLD.poet_id)
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: poems is append-only');
END;

CREATE TRIGGER shelves_no_delete BEFORE DELETE ON shelves
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: shelves is append-only');
END;
)");
    EXPECT_EQ(storage::with_append_only_triggers(Dialect::postgresql, lines), R"(
CREATE TRIGGER poems_no_update BEFORE update ON poems
FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER poems_no_delete BEFORE DELETE ON poems
FOR EACH ROW EXECUTE FUNCTION refuse_unordered_delete('poet_id');

CREATE TRIGGER shelves_no_delete BEFORE DELETE ON shelves
FOR EACH ROW EXECUTE FUNCTION refuse_change();
)");
}

} // namespace
