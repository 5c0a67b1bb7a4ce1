#include "payments/hooks/payout_return_store.hpp"

#include <algorithm>
#include <chrono>

namespace payments::hooks {

namespace {

/// 2 s, 4 s, 8 s … up to an hour.
std::chrono::seconds pause_after(std::int64_t attempts)
{
    constexpr std::chrono::seconds longest = std::chrono::hours{1};
    constexpr std::int64_t doublings_max = 12;
    return std::min(std::chrono::seconds{1} * (1 << std::min(attempts, doublings_max)), longest);
}

} // namespace

void note_return(Transaction& tx, const ResourceId& refund)
{
    tx.run(R"(
        INSERT INTO payout_returns (refund_id, noticed_at, attempts, due_at)
        VALUES (:refund, :at, 0, :at)
        ON CONFLICT (refund_id) DO NOTHING)",
           refund, tx.now);
}

std::vector<ResourceId> due_returns(Transaction& tx, int most)
{
    return tx.all<ResourceId>(R"(
        SELECT refund_id
          FROM payout_returns
         WHERE settled_at IS NULL AND due_at <= :now
         ORDER BY due_at
         LIMIT :most)",
                              tx.now, most);
}

std::int64_t count_open_returns(Transaction& tx, domain::Instant before)
{
    return tx.one<std::int64_t>(
        "SELECT COUNT(*) FROM payout_returns WHERE settled_at IS NULL AND noticed_at < :before",
        before);
}

void settle_return(Transaction& tx, const ResourceId& refund)
{
    tx.run("UPDATE payout_returns SET settled_at = :at WHERE refund_id = :refund", tx.now, refund);
}

void postpone_return(Transaction& tx, const ResourceId& refund)
{
    const auto attempts =
        1 + tx.one<std::int64_t>("SELECT attempts FROM payout_returns WHERE refund_id = :refund",
                                 refund);
    tx.run(
        "UPDATE payout_returns SET attempts = :attempts, due_at = :due WHERE refund_id = :refund",
        attempts, tx.now + pause_after(attempts), refund);
}

std::int64_t sweep_returns(Transaction& tx, domain::Instant before)
{
    return tx.run("DELETE FROM payout_returns WHERE settled_at < :before", before);
}

} // namespace payments::hooks
