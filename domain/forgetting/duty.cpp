#include "domain/forgetting/duty.hpp"

#include <algorithm>
#include <set>

namespace domain::forgetting {

namespace {

using policy::Retention;
using policy::Rule;

std::string listed(const std::set<std::string>& words, std::string_view between)
{
    std::string text;
    for (const auto& word : words)
        text += (text.empty() ? "" : std::string(between)) + word;
    return text;
}

/// What the line says and we can: the words of one column of the duties for a rule.
template <typename Word>
std::string difference(const std::vector<Duty>& ours, Word Duty::*column, Word said,
                       const char* says, const char* can)
{
    std::set<std::string> possible;
    for (const auto& duty : ours) {
        if (duty.*column == said) return {};
        possible.emplace(policy::name(duty.*column));
    }
    return std::string(says) + " " + std::string(policy::name(said)) + ", but " + can + " " +
           listed(possible, " or ");
}

std::string kept_otherwise(const Rule& rule, const Retention& retention, Lasts lasts)
{
    const auto keeps = "keeps " + policy::to_text(rule.period) + " after closing, but goes ";
    if (lasts == Lasts::until_asked && rule.period != policy::Period{})
        return keeps + "as soon as closing is asked for (P0D)";
    if (lasts != Lasts::as_the_account || !retention.has("account")) return {};
    const auto& account = retention.rule("account").period;
    if (rule.period == account) return {};
    return keeps + "when the account goes (" + policy::to_text(account) + ")";
}

std::set<std::string> reasons_against(const Rule& rule, const Retention& retention,
                                      const std::vector<Duty>& ours)
{
    std::set<std::string> reasons = {
        difference(ours, &Duty::starts, rule.starts, "starts with", "we can only count from"),
        difference(ours, &Duty::action, rule.action, "says", "we can only"),
        difference(ours, &Duty::stage, rule.stage, "waits in stage", "ours is")};
    for (const auto& duty : ours)
        reasons.insert(kept_otherwise(rule, retention, duty.lasts));
    reasons.erase("");
    return reasons;
}

} // namespace

bool is_told(const Retention& retention, const Duty& duty)
{
    if (!retention.has(duty.rule)) return false;
    const auto& rule = retention.rule(duty.rule);
    return !rule.declared && rule.action == duty.action;
}

std::vector<std::string> beyond_us(const Retention& retention, const std::vector<Duty>& duties)
{
    std::set<std::string> known;
    for (const auto& duty : duties)
        known.emplace(duty.rule);
    std::vector<std::string> sentences;
    for (const auto& rule : retention.rules()) {
        if (rule.declared) continue;
        if (!known.contains(rule.id)) {
            sentences.push_back(rule.id + ": nothing here ends by such a rule; there are " +
                                listed(known, ", "));
            continue;
        }
        auto ours = duties;
        std::erase_if(ours, [&](const Duty& duty) { return duty.rule != rule.id; });
        for (const auto& reason : reasons_against(rule, retention, ours))
            sentences.push_back(rule.id + ": " + reason);
    }
    return sentences;
}

} // namespace domain::forgetting
