#include "jobs/job_lease_store.hpp"

namespace jobs {

using domain::Transaction;

bool take(Transaction& tx, const ScheduledSlot& slot, const std::string& owner)
{
    tx.run(R"(
        INSERT INTO job_leases (name, owner, lease_until, last_run_at, last_count)
        VALUES (:name, '', 0, 0, 0)
        ON CONFLICT (name) DO NOTHING)",
           slot.job);
    return tx.run(R"(
        UPDATE job_leases
           SET owner = :owner, lease_until = :until, last_run_at = :now
         WHERE name = :name
           AND (lease_until <= :now OR lease_until > :never)
           AND (last_run_at <= :before OR last_run_at > :never))",
                  owner, tx.now + slot.how_long, tx.now, slot.job, tx.now + 2 * slot.how_long,
                  tx.now - slot.every) == 1;
}

void prolong(Transaction& tx, const ScheduledSlot& slot, const std::string& owner)
{
    tx.run(R"(
        UPDATE job_leases
           SET lease_until = :until
         WHERE name = :name AND owner = :owner AND lease_until > 0)",
           tx.now + slot.how_long, slot.job, owner);
}

void give_back(Transaction& tx, std::string_view job, const std::string& owner, std::int64_t count)
{
    tx.run(R"(
        UPDATE job_leases
           SET lease_until = 0, last_count = :count
         WHERE name = :name AND owner = :owner)",
           count, job, owner);
}

void give_up_all(Transaction& tx, const std::string& owner)
{
    tx.run(R"(
        UPDATE job_leases
           SET lease_until = 0, last_run_at = 0
         WHERE owner = :owner AND lease_until > 0)",
           owner);
}

} // namespace jobs
