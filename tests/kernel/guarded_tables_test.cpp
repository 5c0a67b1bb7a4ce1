#include <gtest/gtest.h>

#include "domain/storage/failures.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/golden.hpp"

namespace {

using namespace domain;
using storage::Cell;
using storage::Dialect;

/// One row in every table, made up; what then may still be done to it. The row holds the name of
/// each of its columns, so that the order that lets it go says by which column it was found.
class GuardedTables : public ::testing::Test {
protected:
    struct Column {
        std::string table, name;
        bool is_number = false;
    };

    tests::Databases databases;
    storage::Session session{databases.data};
    const bool sqlite = session.dialect() == Dialect::sqlite;
    std::map<std::string, std::vector<Column>> tables;

    GuardedTables()
    {
        for (const auto& column : columns())
            tables[column.table].push_back(column);
        take_away_what_asks_for_sense();
        for (const auto& [table, columns] : tables)
            insert_a_row(table, columns);
    }

    std::vector<std::vector<std::string>> rows(const std::string& sql, std::size_t width)
    {
        auto& statement =
            session.prepared(sql, {}, storage::Kinds(width, storage::Cell::Kind::text));
        std::vector<std::vector<std::string>> found;
        statement.run([&] {
            auto& row = found.emplace_back();
            for (std::size_t i = 0; i < width; ++i)
                row.push_back(statement.column(i).text);
        });
        return found;
    }

    std::vector<Column> columns()
    {
        const auto* sql = sqlite ? R"(SELECT t.name, c.name, c.type
                                        FROM sqlite_master t, pragma_table_info(t.name) c
                                       WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
                                       ORDER BY t.name, c.cid)"
                                 : R"(SELECT table_name::text, column_name::text, data_type::text
                                        FROM information_schema.columns
                                       WHERE table_schema = CURRENT_SCHEMA
                                       ORDER BY table_name, ordinal_position)";
        std::vector<Column> all;
        for (auto& row : rows(sql, 3)) {
            if (row[0] == "schema_migrations") continue;
            all.push_back({row[0], row[1], row[2] != "TEXT" && row[2] != "text"});
        }
        return all;
    }

    /// Checks, foreign keys and what looks at an INSERT: the rows mean nothing.
    void take_away_what_asks_for_sense()
    {
        if (sqlite) {
            session.execute("PRAGMA foreign_keys = OFF");
            session.execute("PRAGMA ignore_check_constraints = ON");
            for (const auto& row : rows("SELECT name FROM sqlite_master WHERE type = 'trigger' "
                                        "AND sql LIKE '%BEFORE INSERT%'",
                                        1))
                session.execute("DROP TRIGGER " + row[0]);
            return;
        }
        for (const auto& row : rows("SELECT DISTINCT event_object_table::text, trigger_name::text "
                                    "FROM information_schema.triggers "
                                    "WHERE event_manipulation = 'INSERT'",
                                    2))
            session.execute("DROP TRIGGER " + row[1] + " ON " + row[0]);
        for (const auto& row : rows("SELECT conrelid::regclass::text, conname::text "
                                    "FROM pg_constraint WHERE contype IN ('c', 'f') "
                                    "AND connamespace = CURRENT_SCHEMA::regnamespace",
                                    2))
            session.execute("ALTER TABLE " + row[0] + " DROP CONSTRAINT " + row[1]);
    }

    void insert_a_row(const std::string& table, const std::vector<Column>& columns)
    {
        std::string names, values;
        for (const auto& column : columns) {
            names += (names.empty() ? "" : ", ") + column.name;
            values += (values.empty() ? "" : ", ") +
                      (column.is_number ? std::string("1") : "'" + column.name + "'");
        }
        session.execute("INSERT INTO " + table + " (" + names + ") VALUES (" + values + ")");
    }

    /// Whether it may be done; nothing of it stays.
    bool may(const std::vector<std::string>& statements)
    {
        session.execute("BEGIN");
        bool done = true;
        try {
            for (const auto& sql : statements)
                session.execute(sql);
        } catch (const storage::ConstraintViolated&) {
            done = false;
        }
        session.execute("ROLLBACK");
        return done;
    }

    std::string updates_of(const std::string& table)
    {
        std::string fixed;
        std::size_t refused = 0;
        for (const auto& column : tables.at(table)) {
            if (may({"UPDATE " + table + " SET " + column.name + " = " + column.name})) continue;
            fixed += (fixed.empty() ? "" : ", ") + column.name;
            ++refused;
        }
        if (refused == 0) return "yes";
        return refused == tables.at(table).size() ? "no" : "but for " + fixed;
    }

    std::string deletes_of(const std::string& table)
    {
        const auto deletion = "DELETE FROM " + table;
        if (may({deletion})) return "yes";
        std::string by;
        for (const auto& column : tables.at(table)) {
            if (may({"INSERT INTO destruction_orders VALUES ('" + column.name + "', 'x', 'y', 1)",
                     deletion}))
                by += (by.empty() ? "under an order for its " : ", ") + column.name;
        }
        return by.empty() ? "no" : by;
    }
};

TEST_F(GuardedTables, TakeWhatThePageSaysAndNothingElse)
{
    std::string text = "# What may be done to a row that exists, on both databases.\n"
                       "# table | update | delete\n";
    for (const auto& [table, columns] : tables)
        text += table + " | " + updates_of(table) + " | " + deletes_of(table) + "\n";
    tests::expect_file("tests/golden/guarded-tables.txt", text);
}

} // namespace
