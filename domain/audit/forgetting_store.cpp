#include "domain/audit/forgetting_store.hpp"

#include "domain/forgetting/aged_rows.hpp"

namespace domain::audit {

forgetting::RowSweep aged_acts()
{
    return forgetting::aged(
        {.rule = "audit", .stage = policy::Stage::archive}, "act of staff",
        {.kind = "act",
         .count = "SELECT COUNT(*) FROM audit_log WHERE at < :before",
         .ids = "SELECT id FROM audit_log WHERE at < :before ORDER BY at LIMIT :limit",
         .erase = "DELETE FROM audit_log WHERE id = :id"});
}

} // namespace domain::audit
