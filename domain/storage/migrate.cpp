#include "domain/storage/migrate.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

#include "domain/core/crypto.hpp"
#include "domain/storage/append_only.hpp"
#include "domain/storage/session.hpp"

namespace domain::storage {

namespace {

struct Applied {
    std::string name;
    std::string checksum;
};

std::vector<std::string> statements_of(const std::string& script)
{
    std::vector<std::string> statements;
    std::string statement;
    std::size_t from = 0;
    while (from < script.size()) {
        const auto end = script.find('\n', from);
        const auto line = script.substr(from, end == script.npos ? end : end - from);
        from = end == script.npos ? script.size() : end + 1;
        const bool ends = line.empty() && statement.find_last_not_of(" \n") != statement.npos &&
                          statement[statement.find_last_not_of(" \n")] == ';';
        if (!ends) {
            if (!line.starts_with("--")) statement += line + "\n";
            continue;
        }
        statements.push_back(std::exchange(statement, {}));
    }
    if (statement.find_first_not_of(" \n") != statement.npos) statements.push_back(statement);
    for (auto& one : statements)
        one.resize(one.find_last_of(';'));
    return statements;
}

std::vector<Applied> applied(Session& session)
{
    session.execute("CREATE TABLE IF NOT EXISTS schema_migrations (name TEXT PRIMARY KEY, checksum "
                    "TEXT NOT NULL, applied_at BIGINT NOT NULL)");
    auto& statement = session.prepared("SELECT name, checksum FROM schema_migrations ORDER BY name",
                                       {}, {Cell::Kind::text, Cell::Kind::text});
    std::vector<Applied> rows;
    statement.run([&] { rows.push_back({statement.column(0).text, statement.column(1).text}); });
    return rows;
}

/// A migration as one database takes it.
struct Step {
    const Migration* migration;
    std::string script, checksum;
};

std::string script_for(Dialect dialect, const Migration& migration)
{
    const auto& own = dialect == Dialect::sqlite ? migration.sqlite : migration.postgresql;
    return with_append_only_triggers(dialect, ddl_for(dialect, migration.common)) + "\n\n" + own;
}

std::vector<Step> steps_for(Dialect dialect, const std::vector<Migration>& all)
{
    std::vector<Step> steps;
    steps.reserve(all.size());
    for (const auto& migration : all) {
        auto script = script_for(dialect, migration);
        auto checksum = sha256_hex(script);
        steps.push_back({&migration, std::move(script), std::move(checksum)});
    }
    return steps;
}

std::vector<const Step*> missing(Session& session, const std::vector<Step>& steps)
{
    std::map<std::string, std::string> done;
    for (auto& row : applied(session))
        done.emplace(std::move(row.name), std::move(row.checksum));
    std::vector<const Step*> todo;
    for (const auto& step : steps) {
        const auto& name = step.migration->name;
        const auto found = done.find(name);
        if (found == done.end()) {
            todo.push_back(&step);
            continue;
        }
        if (found->second != step.checksum) {
            throw std::runtime_error("migration " + name +
                                     " was applied with another text; restore the matching version "
                                     "of entremise");
        }
        if (!todo.empty()) {
            throw std::runtime_error("migration " + todo.front()->migration->name +
                                     " comes before " + name +
                                     ", which was applied without it; restore the matching version "
                                     "of entremise");
        }
        done.erase(found);
    }
    if (!done.empty()) {
        throw std::runtime_error("the database knows the migration " + done.begin()->first +
                                 ", which this entremise does not: install the version that made "
                                 "it, or a newer one");
    }
    return todo;
}

void apply(Session& session, const Step& step, Instant now)
{
    for (const auto& statement : statements_of(step.script))
        session.execute(statement);
    auto& note =
        session.prepared("INSERT INTO schema_migrations VALUES (:name, :checksum, :at)",
                         {{Cell::Kind::text}, {Cell::Kind::text}, {Cell::Kind::integer}}, {});
    put(note.parameter(0), step.migration->name);
    put(note.parameter(1), step.checksum);
    put(note.parameter(2), now);
    note.run([] {});
}

} // namespace

std::vector<Migration>
migrations_in(std::string_view folder,
              const std::vector<std::pair<std::string_view, std::string_view>>& files)
{
    std::map<std::string, Migration> found;
    for (const auto& [path, text] : files) {
        if (!path.starts_with(folder)) continue;
        auto file = path.substr(folder.size());
        if (file.find('/') != file.npos || !file.ends_with(".sql")) continue;
        file.remove_suffix(4);
        const auto dot = file.find('.');
        const std::string name(file.substr(0, dot));
        auto& migration = found[name];
        migration.name = name;
        auto& part = dot == file.npos                   ? migration.common
                     : file.substr(dot + 1) == "sqlite" ? migration.sqlite
                                                        : migration.postgresql;
        part = text;
    }
    std::vector<Migration> all;
    all.reserve(found.size());
    for (auto& [name, migration] : found)
        all.push_back(std::move(migration));
    return all;
}

std::string checksum(Dialect dialect, const Migration& migration)
{
    return sha256_hex(script_for(dialect, migration));
}

std::vector<std::string> migrate(const std::string& url, const std::vector<Migration>& all,
                                 Instant now)
{
    Session session(url);
    const auto steps = steps_for(session.dialect(), all);
    const bool sqlite = session.dialect() == Dialect::sqlite;
    std::vector<std::string> names;
    while (true) {
        session.execute(sqlite ? "BEGIN IMMEDIATE" : "BEGIN");
        try {
            // 4501: any constant; one migrating program at a time.
            if (!sqlite) session.execute("SELECT pg_advisory_xact_lock(4501)");
            const auto todo = missing(session, steps);
            if (!todo.empty()) {
                apply(session, *todo.front(), now);
                names.push_back(todo.front()->migration->name);
            }
            session.execute("COMMIT");
            if (todo.size() <= 1) return names;
        } catch (...) {
            session.drop();
            throw;
        }
    }
}

std::vector<std::string> pending(const std::string& url, const std::vector<Migration>& all)
{
    Session session(url);
    std::vector<std::string> names;
    const auto steps = steps_for(session.dialect(), all);
    for (const auto* step : missing(session, steps))
        names.push_back(step->migration->name);
    return names;
}

} // namespace domain::storage
