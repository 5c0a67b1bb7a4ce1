#include "invoicing/archive/forgetting_store.hpp"

#include "domain/forgetting/aged_rows.hpp"

namespace invoicing::archive {

using namespace domain;

forgetting::RowSweep aged_reads()
{
    return forgetting::aged(
        {.rule = "audit", .stage = policy::Stage::archive}, "read of the archive",
        {.kind = "archive_read",
         .count = "SELECT COUNT(*) FROM archive_reads WHERE at < :before",
         .ids = "SELECT id FROM archive_reads WHERE at < :before ORDER BY at LIMIT :limit",
         .erase = "DELETE FROM archive_reads WHERE id = :id"});
}

forgetting::Eraser eraser()
{
    return {forgetting::with_the_account("account"),
            [](Transaction& tx, const forgetting::Leaving& leaving) {
                tx.run("DELETE FROM archive_keys WHERE minted_by = :account", leaving.account);
            }};
}

} // namespace invoicing::archive
