#include <regex>

#include "domain/storage/append_only.hpp"
#include "ops/assets/register.hpp"
#include "tests/support/marketplace.hpp"

using namespace domain;

namespace tests {

namespace {

/// What a migration says of a table: the comment above it, what its rows are guarded against, and
/// the type of every column.
struct Table {
    std::string about, guard;
    std::map<std::string, std::string> types;
};

std::string guard_of(const storage::AppendOnly& table)
{
    const std::string updates = table.is_updatable ? "Kept" : "Append-only";
    if (table.deleted_by.empty()) return updates + ": no row is ever deleted.";
    return updates + ": a row is deleted only under an order that names its `" + table.deleted_by +
           "`.";
}

std::map<std::string, Table> tables_of(const std::string& database)
{
    const std::regex head("CREATE TABLE (\\w+) \\($");
    const std::regex column("^    ([a-z]\\w*) (TEXT|BIGINT|BYTEA|BOOLEAN)\\b.*");
    const std::regex addition("ALTER TABLE (\\w+) ADD COLUMN (\\w+) (\\w+).*");
    std::map<std::string, Table> tables = {
        {"schema_migrations",
         {"What `entremise migrate` has applied; it makes this table itself.",
          "",
          {{"name", "TEXT"}, {"checksum", "TEXT"}, {"applied_at", "BIGINT"}}}}};
    for (const auto& file : ops::embedded()) {
        const bool of_keys = file.path.starts_with("ops/migrations/keys/");
        if (!file.path.starts_with("ops/migrations/") || of_keys != (database == "keys")) continue;
        for (const auto& guarded : storage::append_only_tables(file.text))
            tables[guarded.table].guard = guard_of(guarded);
        std::istringstream lines{std::string(file.text)};
        std::string comment;
        Table* table = nullptr;
        std::smatch found;
        for (std::string line; std::getline(lines, line);) {
            if (std::regex_match(line, found, head)) {
                table = &tables[found[1]];
                table->about = std::exchange(comment, "");
            } else if (std::regex_match(line, found, addition)) {
                tables[found[1]].types[found[2]] = found[3];
            } else if (table != nullptr && std::regex_match(line, found, column)) {
                table->types[found[1]] = found[2];
            } else if (line.starts_with("--")) {
                comment += (comment.empty() ? "" : "\n") +
                           line.substr(std::min<std::size_t>(3, line.size()));
            } else {
                if (line.starts_with(")")) table = nullptr;
                comment.clear();
            }
        }
    }
    return tables;
}

std::string_view name(policy::Stored stored)
{
    using policy::Stored;
    switch (stored) {
    case Stored::plain: return "plain";
    case Stored::sealed: return "sealed";
    case Stored::indexed: return "indexed";
    case Stored::hashed: return "hashed";
    case Stored::published: return "published";
    }
    return "unknown";
}

std::string cell(std::string_view text)
{
    return text.empty() || text == "none" ? "| " : "| " + std::string(text) + " ";
}

std::string line_of(const policy::Entry& entry, const std::string& type)
{
    return cell(entry.column) + cell(type) + cell(name(entry.stored)) + cell(entry.category) +
           cell(entry.subject == "nobody" ? "" : entry.subject) + cell(entry.purpose) +
           cell(entry.rule) + cell(entry.rule.empty() ? "" : entry.on_erasure) +
           (entry.exported ? "| yes |\n" : "| |\n");
}

std::string model_of(const policy::Register& known, const std::string& database)
{
    const auto tables = tables_of(database);
    std::map<std::string, std::string> lines;
    for (const auto& entry : known.entries()) {
        if (entry.database != database || entry.table.starts_with("files:")) continue;
        const auto table = tables.find(entry.table);
        const bool has_type = table != tables.end() && table->second.types.contains(entry.column);
        EXPECT_TRUE(has_type) << entry.table << "." << entry.column << " in no migration";
        if (has_type) lines[entry.table] += line_of(entry, table->second.types.at(entry.column));
    }
    std::string text;
    for (const auto& [table, rows] : lines) {
        text += "\n### " + table + "\n\n";
        const auto& about = tables.at(table).about;
        if (!about.empty()) text += about + "\n\n";
        const auto& guard = tables.at(table).guard;
        if (!guard.empty()) text += guard + "\n\n";
        text +=
            "| column | type | rests | category | about | purpose | rule | then | in the copy |\n"
            "|---|---|---|---|---|---|---|---|---|\n" +
            rows;
    }
    return text;
}

std::string files_of(const policy::Register& known)
{
    std::string text = "\n| kind | rests | category | about | purpose | rule | then |\n"
                       "|---|---|---|---|---|---|---|\n";
    for (const auto& entry : known.entries()) {
        if (!entry.table.starts_with("files:")) continue;
        text += cell(entry.table.substr(6)) + cell(name(entry.stored)) + cell(entry.category) +
                cell(entry.subject) + cell(entry.purpose) + cell(entry.rule) +
                cell(entry.on_erasure) + "|\n";
    }
    return text;
}

std::string rules_of(const policy::Retention& retention)
{
    std::string text = "\n| rule | from | for | kept in | then | because | law |\n"
                       "|---|---|---|---|---|---|---|\n";
    for (const auto& rule : retention.rules()) {
        text += cell(rule.id) + cell(name(rule.starts)) + cell(to_text(rule.period)) +
                cell(name(rule.stage)) + cell(name(rule.action)) + cell(rule.source.en) +
                cell(rule.floor.en) + "|\n";
    }
    return text;
}

/// Every column with what it is for and when it goes, from the migrations, the register and the
/// policy with the law's floors; LiveRegister holds the register to the live databases.
TEST(DataModel, IsWhatTheReferenceSays)
{
    const auto known = ops::known_register();
    const auto policy = policy::Policy::parse(embedded("ops/policies/retouche/policy.json"),
                                              embedded("ops/policies/floors.json"));
    expect_file("ops/reference/data-model.md",
                "# Data model\n\n" + generated_by("tests_privacy --gtest_filter='DataModel.*'") +
                    "Every column: how its value rests (`sealed`: under a key of its subject and "
                    "category), whose\n"
                    "it is, which rule of the policy ends it, and what happens then. The rules are "
                    "those of\n"
                    "`ops/policies/retouche/policy.json` with the floors of the law "
                    "(`ops/policies/floors.json`).\n\n"
                    "## Retention\n" +
                    rules_of(policy.retention()) + "\n## Tables\n" + model_of(known, "data") +
                    "\n## Tables of the key database\n" + model_of(known, "keys") +
                    "\n## Kinds of file\n" + files_of(known));
}

} // namespace

} // namespace tests
