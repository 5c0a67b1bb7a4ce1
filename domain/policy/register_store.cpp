#include <algorithm>
#include <set>

#include "domain/policy/register.hpp"

namespace domain::policy {

namespace {

/// "table.column" of every table of ours.
std::vector<std::string> live_columns(Transaction& tx)
{
    if (tx.dialect() == storage::Dialect::sqlite) {
        return tx.all<std::string>(R"(
            SELECT t.name || '.' || c.name
              FROM sqlite_master t, pragma_table_info(t.name) c
             WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
             ORDER BY 1)");
    }
    return tx.all<std::string>(R"(
        SELECT table_name || '.' || column_name
          FROM information_schema.columns
         WHERE table_schema = CURRENT_SCHEMA
         ORDER BY 1)");
}

std::set<std::string> known_columns(const Register& known, std::string_view database)
{
    std::set<std::string> names;
    for (const auto& entry : known.entries()) {
        if (entry.database == database && !entry.column.empty())
            names.insert(entry.table + "." + entry.column);
    }
    return names;
}

} // namespace

std::vector<std::string> unregistered(Transaction& tx, const Register& known,
                                      std::string_view database)
{
    const auto names = known_columns(known, database);
    auto found = live_columns(tx);
    std::erase_if(found, [&](const std::string& name) { return names.contains(name); });
    if (database != "data") return found;
    for (const auto& kind : tx.all<std::string>("SELECT DISTINCT kind FROM files ORDER BY kind")) {
        if (!known.has_file_kind(kind)) found.push_back("files:" + kind);
    }
    return found;
}

std::vector<std::string> missing(Transaction& tx, const Register& known, std::string_view database)
{
    const auto live = live_columns(tx);
    std::vector<std::string> found;
    for (const auto& name : known_columns(known, database)) {
        if (std::find(live.begin(), live.end(), name) == live.end()) found.push_back(name);
    }
    return found;
}

} // namespace domain::policy
