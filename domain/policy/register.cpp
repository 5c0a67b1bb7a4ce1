#include "domain/policy/register.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <stdexcept>

#include "domain/vault/category.hpp"

namespace domain::policy {

namespace {

constexpr std::array on_erasures = {"delete",     "null",          "pseudonymise",
                                    "keep until", "key destroyed", "not erased"};

std::optional<Stored> parse_stored(std::string_view text)
{
    if (text == "plain") return Stored::plain;
    if (text == "sealed") return Stored::sealed;
    if (text == "indexed") return Stored::indexed;
    if (text == "hashed") return Stored::hashed;
    if (text == "published") return Stored::published;
    return {};
}

/// What is wrong with one entry; "" when nothing.
std::string fault_of(const Entry& entry)
{
    if (entry.database != "data" && entry.database != "keys") return "is in no database of ours";
    if (entry.purpose.empty()) return "has no purpose";
    if (entry.is_personal() && !vault::parse_category(entry.category))
        return "has an unknown category";
    if (entry.is_personal() && (entry.subject.empty() || entry.basis.empty()))
        return "has no subject or no legal basis";
    if (entry.is_personal() && entry.rule.empty()) return "has no retention rule";
    if (std::find(on_erasures.begin(), on_erasures.end(), entry.on_erasure) == on_erasures.end())
        return "says nothing we know about erasure";
    if (entry.is_personal() && entry.on_erasure == "not erased") return "is personal and stays";
    return {};
}

std::string full_name(const Entry& entry)
{
    return entry.table + (entry.column.empty() ? "" : "." + entry.column);
}

/// A group of columns (or kinds of file) of which the same is to be said.
std::vector<Entry> entries_of(const nlohmann::json& group)
{
    Entry common{.database = group.value("database", "data"),
                 .table = group.value("table", ""),
                 .column = {},
                 .subject = group.value("subject", "nobody"),
                 .category = group.value("category", "none"),
                 .purpose = group.value("purpose", ""),
                 .basis = group.value("basis", ""),
                 .rule = group.value("rule", ""),
                 .on_erasure = group.value("on_erasure", "not erased"),
                 .exported = group.value("exported", false)};
    const auto stored = parse_stored(group.value("stored", "plain"));
    if (!stored)
        throw std::runtime_error("register: " + common.table + " is stored in no known way");
    common.stored = *stored;

    std::vector<Entry> entries;
    for (const auto& column : group.value("columns", std::vector<std::string>{})) {
        entries.push_back(common);
        entries.back().column = column;
    }
    for (const auto& kind : group.value("files", std::vector<std::string>{})) {
        entries.push_back(common);
        entries.back().table = "files:" + kind;
    }
    return entries;
}

} // namespace

Register Register::parse(std::string_view json)
{
    const auto file = nlohmann::json::parse(json, nullptr, false);
    if (!file.is_object() || !file.contains("groups") || !file["groups"].is_array())
        throw std::runtime_error("register: not a JSON object with \"groups\"");
    Register known;
    std::string faults;
    std::set<std::string> names;
    for (const auto& group : file["groups"]) {
        for (auto& entry : entries_of(group)) {
            auto fault = fault_of(entry);
            if (!names.insert(entry.database + " " + full_name(entry)).second)
                fault = "is named twice";
            if (!fault.empty()) faults += "; " + full_name(entry) + " " + fault;
            known.entries_.push_back(std::move(entry));
        }
    }
    if (!faults.empty()) throw std::runtime_error("register" + faults);
    return known;
}

bool Register::has_file_kind(std::string_view kind) const
{
    return std::any_of(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return entry.table == "files:" + std::string(kind);
    });
}

std::vector<std::string> Register::disagreements(const Retention& retention) const
{
    std::vector<std::string> found;
    std::set<std::string> used;
    for (const auto& entry : entries_) {
        if (entry.rule.empty()) continue;
        if (used.insert(entry.rule).second && !retention.has(entry.rule)) {
            found.push_back("the policy has no rule " + entry.rule + ", which " + full_name(entry) +
                            " needs");
        }
    }
    for (const auto& rule : retention.rules()) {
        if (!rule.declared && !used.contains(rule.id))
            found.push_back("the policy's rule " + rule.id + " is about nothing in the register");
        if (rule.declared && used.contains(rule.id)) {
            found.push_back("the policy's rule " + rule.id +
                            " is declared without data, but has some");
        }
    }
    return found;
}

} // namespace domain::policy
