#include "domain/policy/retention.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

#include "domain/core/check.hpp"
#include "domain/core/words.hpp"

namespace domain::policy {

namespace {

/// Reads lines and collects what is wrong with them.
class Lines {
public:
    std::vector<Rule> read(std::string_view file, std::string_view text)
    {
        std::vector<Rule> rules;
        const auto json = nlohmann::json::parse(text, nullptr, false);
        if (!json.is_object() || !json.contains("retention") || !json["retention"].is_array()) {
            complain(file, "has no list \"retention\"");
            return rules;
        }
        for (const auto& line : json["retention"])
            rules.push_back(rule_of(file, line));
        std::sort(rules.begin(), rules.end(),
                  [](const Rule& a, const Rule& b) { return a.id < b.id; });
        for (std::size_t i = 1; i < rules.size(); ++i) {
            if (rules[i].id == rules[i - 1].id) complain(file, "has two rules " + rules[i].id);
        }
        return rules;
    }

    void complain(std::string_view where, const std::string& what)
    {
        faults_ += (faults_.empty() ? "" : "; ") + std::string(where) + " " + what;
    }

    void finish() const
    {
        if (!faults_.empty()) throw std::runtime_error("retention: " + faults_);
    }

private:
    Rule rule_of(std::string_view file, const nlohmann::json& line)
    {
        constexpr std::array known = {"rule", "starts", "keep", "in", "then", "source", "declared"};
        where_ = std::string(file);
        if (!line.is_object()) {
            complain(where_, "has a line that is no object: " + line.dump().substr(0, 40));
            return {};
        }
        where_ += ": " + text(line, "rule");
        for (const auto& [key, value] : line.items()) {
            if (std::find(known.begin(), known.end(), key) == known.end())
                complain(where_, "has an unknown word \"" + key + "\"");
        }
        return {.id = text(line, "rule"),
                .starts = one_of<Start>(text(line, "starts")),
                .period = period(text(line, "keep")),
                .stage = one_of<Stage>(text(line, "in", "active")),
                .action = one_of<Action>(text(line, "then")),
                .source = in_both_languages(line, "source"),
                .declared = is_declared(line)};
    }

    bool is_declared(const nlohmann::json& line)
    {
        if (!line.contains("declared")) return false;
        if (!line["declared"].is_boolean()) complain(where_, "is declared neither true nor false");
        return line["declared"] == true;
    }

    std::string text(const nlohmann::json& line, const char* key, const char* otherwise)
    {
        return line.contains(key) ? text(line, key) : otherwise;
    }

    std::string text(const nlohmann::json& line, const char* key)
    {
        if (line.is_object() && line.contains(key) && line[key].is_string()) {
            auto value = line[key].get<std::string>();
            if (!value.empty()) return value;
        }
        complain(where_, std::string("has no \"") + key + "\"");
        return {};
    }

    /// {"fr": "le décret", "en": "the decree"}, or one text for both.
    Say in_both_languages(const nlohmann::json& line, const char* key)
    {
        if (line.contains(key) && line[key].is_object())
            return {text(line[key], "fr"), text(line[key], "en")};
        const auto same = text(line, key);
        return {same, same};
    }

    Period period(const std::string& written)
    {
        const auto read = parse_period(written);
        if (!read) complain(where_, "keeps for \"" + written + "\", which is no ISO 8601 duration");
        return read.value_or(Period{});
    }

    template <typename Word>
    Word one_of(const std::string& written)
    {
        const auto word = named<Word>(written);
        if (!word) complain(where_, "says \"" + written + "\", which means nothing here");
        return word.value_or(Word{});
    }

    std::string where_, faults_;
};

/// The law asks for at least as much: the longer period wins, and says why.
void put_under(std::vector<Rule>& rules, Rule floor, Lines& lines)
{
    floor.floor = std::move(floor.source);
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [&](const Rule& rule) { return rule.id == floor.id; });
    if (found == rules.end()) {
        floor.source = {"la loi ; la politique n'en dit rien", "the law; the policy is silent"};
        rules.push_back(std::move(floor));
        return;
    }
    if (found->starts != floor.starts) {
        lines.complain(found->id, "starts otherwise than the law's floor, with " +
                                      std::string(name(floor.starts)));
        return;
    }
    found->floor = std::move(floor.floor);
    found->period = std::max(found->period, floor.period);
}

} // namespace

std::string_view name(Start start)
{
    switch (start) {
    case Start::event: return "event";
    case Start::sign_up: return "sign_up";
    case Start::last_activity: return "last_activity";
    case Start::warning: return "warning";
    case Start::closing: return "closing";
    case Start::performance: return "performance";
    case Start::issue_fiscal_year_end: return "issue_fiscal_year_end";
    case Start::operation_fiscal_year_end: return "operation_fiscal_year_end";
    case Start::last_invoice_fiscal_year_end: return "last_invoice_fiscal_year_end";
    }
    return "unknown";
}

std::string_view name(Action action)
{
    switch (action) {
    case Action::erase: return "erase";
    case Action::pseudonymise: return "pseudonymise";
    case Action::erase_bytes: return "erase_bytes";
    case Action::unlink: return "unlink";
    case Action::warn: return "warn";
    case Action::close: return "close";
    }
    return "unknown";
}

std::string_view name(Stage stage)
{
    return stage == Stage::active ? "active" : "archive";
}

Retention Retention::parse(std::string_view policy_json, std::string_view floors_json)
{
    Lines lines;
    Retention retention;
    retention.rules_ = lines.read("policy", policy_json);
    for (auto& floor : lines.read("floors", floors_json))
        put_under(retention.rules_, std::move(floor), lines);
    lines.finish();
    return retention;
}

const Rule& Retention::rule(std::string_view id) const
{
    const auto* found = find(id);
    check(found != nullptr, "every rule in use has its line in the policy");
    return *found;
}

const Rule* Retention::find(std::string_view id) const
{
    const auto found =
        std::find_if(rules_.begin(), rules_.end(), [&](const Rule& rule) { return rule.id == id; });
    return found == rules_.end() ? nullptr : &*found;
}

} // namespace domain::policy
