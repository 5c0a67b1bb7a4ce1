#include "domain/leaving/kept.hpp"

#include "domain/leaving/archives.hpp"
#include "domain/leaving/closures.hpp"
#include "domain/moderation/report_store.hpp"
#include "domain/orders/forgetting_store.hpp"
#include "domain/policy/engine.hpp"

namespace domain::leaving {

namespace {

using policy::Start;
using policy::Started;

Started at_end_of(const std::optional<Day>& day)
{
    return day ? Started(*day) : Started();
}

/// When the last contract that this rule ends was performed.
Started last_performance(Transaction& tx, const AccountId& account, std::string_view rule)
{
    std::optional<Instant> last;
    for (const auto& contract : orders::performed_with(tx, account)) {
        if (rule_of(tx, contract) == rule && (!last || *last < contract.performed_at))
            last = contract.performed_at;
    }
    return last ? Started(*last) : Started();
}

/// When the last of what a rule speaks of event by event came about.
Started last_event(Transaction& tx, const AccountId& account, std::string_view rule)
{
    if (rule == "connection") return tx.now; // closing is the last
    if (rule != "moderation") return {};
    const auto last = moderation::last_about(tx, account);
    return last ? Started(*last) : Started();
}

Started started(Transaction& tx, const policy::Rule& rule, const AccountId& account,
                const Beginnings& beginnings)
{
    switch (rule.starts) {
    case Start::last_invoice_fiscal_year_end:
        return beginnings.last_invoice.value_or(day_in_paris(tx.now));
    case Start::issue_fiscal_year_end: return at_end_of(beginnings.last_invoice);
    case Start::operation_fiscal_year_end: return at_end_of(beginnings.last_payment);
    case Start::performance: return last_performance(tx, account, rule.id);
    case Start::closing: return tx.now;
    case Start::event: return last_event(tx, account, rule.id);
    case Start::sign_up:
    case Start::last_activity:
    case Start::warning: return {};
    }
    return {};
}

std::optional<Day> last_day(const policy::Rule& rule, const Started& from, Instant now)
{
    const auto due_at = policy::decide(rule, {rule.id, "", "", from}, now).due_at;
    if (!due_at) return {};
    return day_in_paris(*due_at - std::chrono::microseconds{1});
}

} // namespace

std::vector<Kept> kept_of(Transaction& tx, const policy::Retention& retention,
                          const AccountId& account, const Beginnings& beginnings)
{
    std::vector<Kept> all;
    if (!is_kept_by_law(tx, account)) return all;
    for (const auto& rule : retention.rules()) {
        if (rule.declared || rule.stage != policy::Stage::archive) continue;
        all.push_back({&rule, last_day(rule, started(tx, rule, account, beginnings), tx.now),
                       rule.floor.en.empty() ? rule.source : rule.floor});
    }
    return all;
}

} // namespace domain::leaving
