#include "domain/forgetting/retention_run.hpp"

#include <algorithm>

#include "domain/core/crypto.hpp"
#include "domain/core/refused.hpp"
#include "domain/forgetting/key_destruction.hpp"
#include "domain/forgetting/retention_journal_store.hpp"
#include "domain/vault/vault.hpp"

namespace domain::forgetting {

namespace {

constexpr int batch_max = 500;

/// Adds to the line of the same rule, words and hold.
void add(std::vector<PlanLine>& lines, const PlanLine& more)
{
    if (more.count == 0) return;
    const auto same = std::find_if(lines.begin(), lines.end(), [&](const PlanLine& line) {
        return line.rule == more.rule && line.what == more.what && line.hold == more.hold;
    });
    if (same == lines.end()) {
        lines.push_back(more);
    } else {
        same->count += more.count;
    }
}

/// Walks through the candidates of `sweep` and hands over those that are due, noting in `plan`
/// what is held.
template <typename Each>
void each_due(Database& db, const policy::Rule& rule, const ObjectSweep& sweep, Plan& plan,
              Each&& each)
{
    Search search{policy::started_before(rule.period, plan.as_of), "", batch_max};
    while (true) {
        const auto found = db.read([&](Transaction& tx) { return sweep.candidates(tx, search); });
        for (const auto& record : found) {
            const auto verdict = policy::decide(rule, record, plan.as_of).verdict;
            if (verdict == policy::Verdict::due) each(record);
            if (verdict == policy::Verdict::held)
                add(plan.held, {&rule, record.what, 1, record.hold});
        }
        if (found.size() < static_cast<std::size_t>(search.limit)) return;
        search.after = found.back().object;
    }
}

/// One run: the journal's head is written with the first thing that ends.
class Run {
public:
    Run(Database& db, vault::Vault& vault, const policy::Policy& policy, Instant as_of)
        : db_(db), vault_(vault), policy_(policy), plan_{as_of}
    {
    }

    void end_rows(const RowSweep& sweep)
    {
        const auto& rule = policy_.retention().rule(sweep.duty.rule);
        const auto before = policy::started_before(rule.period, plan_.as_of);
        std::int64_t gone = 0;
        do {
            gone = db_.transaction([&](Transaction& tx) {
                const auto count = sweep.erase(tx, before, batch_max);
                if (count > 0) note(tx, {&rule, std::string(sweep.what), count}, "");
                return count;
            });
            add(plan_.due, {&rule, std::string(sweep.what), gone});
        } while (gone >= batch_max);
    }

    void end_objects(const ObjectSweep& sweep)
    {
        const auto& rule = policy_.retention().rule(sweep.duty.rule);
        std::vector<policy::Record> due;
        each_due(db_, rule, sweep, plan_,
                 [&](const policy::Record& record) { due.push_back(record); });
        for (const auto& record : due) {
            const PlanLine line{&rule, record.what, 1};
            const bool ended = db_.transaction([&](Transaction& tx) {
                const bool was_there = sweep.end(tx, record);
                if (was_there) note(tx, line, record.object);
                return was_there;
            });
            if (!ended) continue;
            add(plan_.due, line);
            destroy_ordered_keys(db_, vault_);
        }
    }

    const Plan& plan() const { return plan_; }

private:
    void note(Transaction& tx, const PlanLine& line, const std::string& object)
    {
        if (id_.empty()) id_ = fresh_suffix(tx.now);
        journal(tx, {id_, plan_.as_of, policy_.name() + " " + sha256_hex(policy_.text())}, line,
                object);
    }

    Database& db_;
    vault::Vault& vault_;
    const policy::Policy& policy_;
    Plan plan_;
    std::string id_;
};

} // namespace

std::int64_t Plan::total() const
{
    std::int64_t sum = 0;
    for (const auto& line : due)
        sum += line.count;
    return sum;
}

Plan plan(Database& db, const policy::Policy& policy, const Sweeps& sweeps, Instant as_of)
{
    Plan plan{as_of};
    for (const auto& sweep : sweeps.rows) {
        const auto& rule = policy.retention().rule(sweep.duty.rule);
        const auto before = policy::started_before(rule.period, as_of);
        const auto count = db.read([&](Transaction& tx) { return sweep.count(tx, before); });
        add(plan.due, {&rule, std::string(sweep.what), count});
    }
    for (const auto& sweep : sweeps.objects) {
        const auto& rule = policy.retention().rule(sweep.duty.rule);
        each_due(db, rule, sweep, plan, [&](const policy::Record& record) {
            add(plan.due, {&rule, record.what, 1});
        });
    }
    return plan;
}

Plan run(Database& db, vault::Vault& vault, const policy::Policy& policy, const Sweeps& sweeps,
         Instant as_of)
{
    if (as_of > db.now()) {
        throw Refused(Refusal::action_unavailable,
                      {"Rien ne s'efface avant son jour : cette date est à venir.",
                       "Nothing is erased before its day: that date lies ahead."});
    }
    destroy_ordered_keys(db, vault); // what a killed run left
    Run run(db, vault, policy, as_of);
    for (const auto& sweep : sweeps.rows)
        run.end_rows(sweep);
    destroy_ordered_keys(db, vault);
    for (const auto& sweep : sweeps.objects)
        run.end_objects(sweep);
    return run.plan();
}

} // namespace domain::forgetting
