// Every table has a home: the one folder that writes it. tables.txt names who else may.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/architecture/literals.hpp"

namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// An INSERT, UPDATE or DELETE in the source tree.
struct Write {
    std::string table; // "" when the statement is put together from parts
    std::string folder, where;
};

struct Exception {
    std::string table, folder, reason;
};

std::string read(const fs::path& path)
{
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

std::vector<Exception> exceptions_in(std::istream& text)
{
    std::vector<Exception> exceptions;
    for (std::string line; std::getline(text, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream words(line);
        Exception exception;
        words >> exception.table >> exception.folder;
        std::getline(words >> std::ws, exception.reason);
        EXPECT_FALSE(exception.reason.empty()) << line << ": for which reason?";
        exceptions.push_back(exception);
    }
    return exceptions;
}

/// What `source`, a file of `folder`, writes.
std::vector<Write> writes_in(const std::string& folder, const std::string& name,
                             const std::string& source)
{
    static const std::regex writing(
        R"((INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|TRUNCATE(?:\s+TABLE)?|DELETE\s+FROM|)"
        R"((FOR|DO)?\s*\bUPDATE|[Uu]pdate(?=\s+\w+\s+set\s))\b\s*(\w*))");
    std::vector<Write> writes;
    for (const auto& literal : tests::literals_in(source)) {
        for (std::sregex_iterator it(literal.text.begin(), literal.text.end(), writing), end;
             it != end; ++it) {
            if ((*it)[2].matched) continue; // FOR UPDATE reads, DO UPDATE belongs to its INSERT
            const auto before = it->prefix().str(); // within this literal
            const auto line = literal.line + std::ranges::count(before, '\n');
            writes.push_back({(*it)[3], folder, folder + "/" + name + ":" + std::to_string(line)});
        }
    }
    return writes;
}

template <typename Visit>
void each_source(Visit&& visit)
{
    for (const auto* room : {"domain", "payments", "invoicing", "api", "jobs", "ops"}) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / room)) {
            const auto path = fs::relative(entry.path(), SOURCE_DIR);
            if (path.extension() != ".cpp" && path.extension() != ".hpp") continue;
            visit(path.parent_path().string(), path.filename().string(), read(entry.path()));
        }
    }
}

std::vector<Write> writes_of_the_tree()
{
    std::vector<Write> all;
    each_source([&](const auto& folder, const auto& name, const auto& source) {
        for (auto& write : writes_in(folder, name, source))
            all.push_back(std::move(write));
    });
    return all;
}

/// Every table that a migration creates, and that of the migrations themselves.
std::set<std::string> created_tables()
{
    static const std::regex creating(R"(CREATE TABLE (IF NOT EXISTS )?(\w+))");
    std::set<std::string> tables;
    const auto add = [&](const std::string& text) {
        for (std::sregex_iterator it(text.begin(), text.end(), creating), end; it != end; ++it)
            tables.insert((*it)[2]);
    };
    for (const auto& file :
         fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / "ops/migrations")) {
        if (file.path().extension() == ".sql") add(read(file.path()));
    }
    add(read(fs::path(SOURCE_DIR) / "domain/storage/migrate.cpp"));
    return tables;
}

/// Tables with more homes than one or with none, tables nobody created, exceptions nobody needs.
std::vector<std::string> faults_in(const std::vector<Write>& writes,
                                   const std::vector<Exception>& exceptions,
                                   const std::set<std::string>& tables)
{
    std::vector<std::string> faults;
    std::map<std::string, std::map<std::string, std::string>> homes; // table -> folder -> where
    for (const auto& table : tables)
        homes[table];
    std::set<std::pair<std::string, std::string>> needed;
    for (const auto& write : writes) {
        const bool is_excepted = std::ranges::any_of(exceptions, [&](const Exception& known) {
            return known.table == write.table && known.folder == write.folder;
        });
        if (!tables.contains(write.table)) {
            faults.push_back(write.where + ": writes \"" + write.table + "\", which is no table");
        } else if (is_excepted) {
            needed.emplace(write.table, write.folder);
        } else {
            homes[write.table].emplace(write.folder, write.where);
        }
    }
    for (const auto& [table, folders] : homes) {
        if (folders.size() == 1) continue;
        auto fault = table + " has " + std::to_string(folders.size()) + " homes:";
        for (const auto& [_, where] : folders)
            fault += " " + where;
        faults.push_back(fault);
    }
    for (const auto& exception : exceptions) {
        if (!needed.contains({exception.table, exception.folder}))
            faults.push_back(exception.table + " is not written by " + exception.folder +
                             " any more: take the line out");
    }
    return faults;
}

TEST(Tables, EveryTableIsWrittenByItsOwnFolder)
{
    std::ifstream list(fs::path(SOURCE_DIR) / "tests/architecture/tables.txt");
    ASSERT_TRUE(list);
    const auto writes = writes_of_the_tree();
    EXPECT_GT(writes.size(), 150U) << "the test reads the tree";
    EXPECT_GT(created_tables().size(), 60U) << "and the migrations";
    for (const auto& fault : faults_in(writes, exceptions_in(list), created_tables()))
        ADD_FAILURE() << fault;
}

TEST(Tables, AStatementIsSeenHoweverItIsWritten)
{
    const auto writes = writes_in("domain/pages", "page_store.cpp", R"cpp(
        /// Executes an INSERT INTO poems, an UPDATE poems, or a DELETE FROM poems.
        tx.run("DELETE FROM "  // in parts
               "poems WHERE id = :id", 1'000, '"');
        tx.run(R"(
            INSERT INTO verses (id) VALUES (:id)
            ON CONFLICT (id) DO UPDATE SET id = excluded.id)", id);
        tx.maybe<Row>("SELECT id FROM lines WHERE id = :id FOR UPDATE", id);
        tx.run("UPDATE lines SET n = \"1\" WHERE id = :id", id);
        tx.run("DELETE FROM " + table, id);)cpp");
    std::vector<std::string> seen;
    for (const auto& write : writes)
        seen.push_back(write.where + " " + write.table);
    EXPECT_THAT(seen, ElementsAre("domain/pages/page_store.cpp:3 poems",
                                  "domain/pages/page_store.cpp:6 verses",
                                  "domain/pages/page_store.cpp:9 lines",
                                  "domain/pages/page_store.cpp:10 "));
}

TEST(Tables, ASecondHomeIsAFaultUnlessTheListSaysWhy)
{
    const std::vector<Write> writes = {{"poems", "domain/pages", "domain/pages/page_store.cpp:3"},
                                       {"poems", "domain/leaving", "domain/leaving/sweep.cpp:9"}};
    const std::set<std::string> tables = {"poems"};
    EXPECT_THAT(faults_in(writes, {}, tables),
                ElementsAre("poems has 2 homes: domain/leaving/sweep.cpp:9 "
                            "domain/pages/page_store.cpp:3"));
    const Exception said = {"poems", "domain/leaving", "both go in one statement"};
    EXPECT_THAT(faults_in(writes, {said}, tables), IsEmpty());
    EXPECT_THAT(faults_in({writes.front()}, {said}, tables),
                ElementsAre("poems is not written by domain/leaving any more: take the line out"));
    EXPECT_THAT(faults_in({}, {}, tables), ElementsAre("poems has 0 homes:"));
    EXPECT_THAT(faults_in({writes.front()}, {}, {}),
                ElementsAre("domain/pages/page_store.cpp:3: writes \"poems\", which is no table"));
}

} // namespace
