#include "tests/faults/picture.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace tests {

namespace {

using domain::Transaction;
using domain::storage::Dialect;

/// What counts tries, or says who is at it: different after a failure, and nobody's loss.
const std::set<std::string, std::less<>> passing = {
    "events.attempts",
    "events.lease_owner",
    "events.lease_generation",
    "events.lease_until",
    "job_leases.owner",
    "job_leases.lease_until",
    "job_leases.last_run_at",
    "job_leases.last_count",
    "money_operations.attempts",
    "money_operations.version",
    "money_operations.first_sent_at",
    "rate_counters.count",
};

/// What tells of every try: the way of an operation, runs, what was read, what a key was answered,
/// when Mangopay did it and was asked, from where and how often somebody tried, how far a series
/// had got when it was signed.
const std::set<std::string, std::less<>> trail = {
    "money_operation_steps", "retention_runs", "archive_reads", "idempotency_keys", "hooks.date",
    "hook_cursors",          "connection_log", "rate_counters", "mangopay_time",    "series_heads",
};

bool is_shown(Columns columns, const std::string& name)
{
    if (columns == Columns::all) return true;
    return !passing.contains(name) && (columns == Columns::lasting || !trail.contains(name));
}

struct Column {
    std::string table, name;
    auto fields() { return std::tie(table, name); }
};

std::vector<Column> columns_in(Transaction& tx)
{
    if (tx.dialect() == Dialect::sqlite) {
        return tx.all<Column>(R"(
            SELECT t.name, c.name
              FROM sqlite_master t, pragma_table_info(t.name) c
             WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> 'schema_migrations'
             ORDER BY t.name, c.cid)");
    }
    return tx.all<Column>(R"(
        SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT)
          FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name <> 'schema_migrations'
         ORDER BY table_name, ordinal_position)");
}

/// One SELECT of all rows of all tables.
std::string question(Transaction& tx, Columns columns)
{
    std::map<std::string, std::string> rows;
    for (const auto& column : columns_in(tx)) {
        if (!is_shown(columns, column.table)) continue;
        auto& row = rows.try_emplace(column.table, "'" + column.table + "'").first->second;
        if (!is_shown(columns, column.table + "." + column.name)) continue;
        row += " || '|' || COALESCE(SUBSTR(CAST(\"" + column.name + "\" AS TEXT), 1, 300), '-')";
    }
    std::string sql;
    for (const auto& [table, row] : rows) {
        sql += (sql.empty() ? "SELECT " : " UNION ALL SELECT ") + row + " FROM \"" + table + "\"";
        if (columns == Columns::outcome && table == "events") sql += " WHERE done_at IS NULL";
        if (columns == Columns::outcome && table == "money_operations")
            sql += " WHERE state <> 'failed'";
    }
    return sql;
}

constexpr std::size_t long_word = 24;
constexpr std::size_t digits_of_a_moment = 15; // microseconds since 1970

bool is_in_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           c == '-' || c == '+' || c == '/' || c == '=';
}

/// Calls `look(word)` for every word of `line`; what lies between goes to `between`.
template <typename Look, typename Between>
void each_word(std::string_view line, Look&& look, Between&& between)
{
    for (std::size_t at = 0; at < line.size();) {
        auto end = at;
        while (end < line.size() && is_in_word(line[end]))
            ++end;
        if (end > at) look(line.substr(at, end - at));
        if (end < line.size()) between(line[end]);
        at = end + 1;
    }
}

bool is_moment(std::string_view word)
{
    return word.size() >= digits_of_a_moment &&
           word.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

Picture picture_of(domain::Database& db, Columns columns)
{
    auto rows = db.read_latest([&](Transaction& tx) {
        static std::map<std::pair<Dialect, Columns>, std::string> questions;
        auto& sql = questions[{tx.dialect(), columns}];
        if (sql.empty()) sql = question(tx, columns);
        return tx.all<std::string>(sql);
    });
    std::sort(rows.begin(), rows.end());
    return rows;
}

std::set<std::string, std::less<>> known_in(const Picture& picture)
{
    std::set<std::string, std::less<>> known;
    for (const auto& line : picture) {
        each_word(
            line,
            [&](std::string_view word) {
                if (word.size() >= long_word) known.emplace(word);
            },
            [](char) {});
    }
    return known;
}

Picture comparable(const Picture& picture, const std::set<std::string, std::less<>>& known)
{
    Picture lines;
    for (const auto& line : picture) {
        std::string shown;
        each_word(
            line,
            [&](std::string_view word) {
                const bool is_new = word.size() >= long_word && !known.contains(word);
                shown += is_moment(word) ? "@" : is_new ? "*" : word;
            },
            [&](char c) { shown += c; });
        lines.push_back(std::move(shown));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::string difference(const Picture& before, const Picture& after)
{
    Picture gone, come;
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(),
                        std::back_inserter(gone));
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(),
                        std::back_inserter(come));
    std::string text;
    for (const auto& line : gone)
        text += "  - " + line + "\n";
    for (const auto& line : come)
        text += "  + " + line + "\n";
    return text;
}

std::set<std::string> tables_that_differ(const Picture& one, const Picture& other)
{
    Picture lines;
    std::set_symmetric_difference(one.begin(), one.end(), other.begin(), other.end(),
                                  std::back_inserter(lines));
    std::set<std::string> tables;
    for (const auto& line : lines)
        tables.insert(line.substr(0, line.find('|')));
    return tables;
}

} // namespace tests
