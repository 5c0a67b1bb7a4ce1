#include "domain/forgetting/retention_journal_store.hpp"

namespace domain::forgetting {

void journal(Transaction& tx, const RunHead& head, const PlanLine& line, const std::string& object)
{
    tx.run(R"(
        INSERT INTO retention_runs (id, as_of, policy, started_at)
        VALUES (:id, :as_of, :policy, :at)
        ON CONFLICT (id) DO NOTHING)",
           head.id, head.as_of, head.policy, tx.now);
    tx.run(R"(
        INSERT INTO retention_actions (id, run_id, rule, action, what, object_id, count, at)
        VALUES (:id, :run, :rule, :action, :what, :object, :count, :at))",
           fresh_suffix(tx.now), head.id, line.rule->id, policy::name(line.rule->action), line.what,
           object.empty() ? std::nullopt : std::optional(object), line.count, tx.now);
}

} // namespace domain::forgetting
