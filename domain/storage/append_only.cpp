#include "domain/storage/append_only.hpp"

#include <optional>
#include <regex>
#include <stdexcept>

namespace domain::storage {

namespace {

std::string_view taken_line(std::string_view& script)
{
    const auto end = script.find('\n');
    const auto line = script.substr(0, end);
    script.remove_prefix(end == script.npos ? script.size() : end + 1);
    return line;
}

std::optional<AppendOnly> parsed(std::string_view line)
{
    if (!line.starts_with("-- append-only") && !line.starts_with("-- kept:")) return {};
    static const std::regex form(
        "-- (append-only|kept): (\\w+)(, deleted by (\\w+)|, never deleted)?");
    std::match_results<std::string_view::const_iterator> found;
    if (!std::regex_match(line.begin(), line.end(), found, form)) {
        throw std::runtime_error("\"" + std::string(line) +
                                 "\" is not `-- append-only: TABLE` or `-- kept: TABLE`, with "
                                 "`, deleted by COLUMN` or `, never deleted` behind it");
    }
    AppendOnly table{.table = found[2], .is_updatable = found[1] == "kept"};
    if (found[3].matched) table.deleted_by = found[4];
    return table;
}

struct Guard {
    std::string name;
    std::string event;
    std::string refusal;   // the function of migrations/postgresql that refuses
    std::string condition; // SQLite's, where it is not always refused
};

std::string trigger(Dialect dialect, const std::string& table, const Guard& guard)
{
    const auto head = "\nCREATE TRIGGER " + table + "_" + guard.name + " BEFORE " + guard.event +
                      " ON " + table + "\n";
    if (dialect == Dialect::postgresql) {
        return head + "FOR EACH ROW EXECUTE FUNCTION " + guard.refusal + ";\n";
    }
    return head + guard.condition + "BEGIN\n    SELECT RAISE(ABORT, 'constraint failed: " + table +
           " is append-only');\nEND;\n";
}

Guard deletion_guard(const std::string& ordered_by)
{
    if (ordered_by.empty()) return {"no_delete", "DELETE", "refuse_change()", ""};
    return {"no_delete", "DELETE", "refuse_unordered_delete('" + ordered_by + "')",
            "WHEN NOT EXISTS (SELECT 1 FROM destruction_orders WHERE object_id = OLD." +
                ordered_by + ")\n"};
}

std::string triggers(Dialect dialect, const AppendOnly& guarded)
{
    std::string text;
    if (!guarded.is_updatable)
        text = trigger(dialect, guarded.table, {"no_update", "update", "refuse_change()", ""});
    return text + trigger(dialect, guarded.table, deletion_guard(guarded.deleted_by));
}

} // namespace

std::vector<AppendOnly> append_only_tables(std::string_view script)
{
    std::vector<AppendOnly> tables;
    while (!script.empty()) {
        if (auto table = parsed(taken_line(script))) tables.push_back(std::move(*table));
    }
    return tables;
}

std::string with_append_only_triggers(Dialect dialect, std::string_view script)
{
    std::string text;
    while (!script.empty()) {
        const auto line = taken_line(script);
        if (const auto table = parsed(line)) {
            text += triggers(dialect, *table);
        } else {
            text.append(line).append("\n");
        }
    }
    return text;
}

} // namespace domain::storage
