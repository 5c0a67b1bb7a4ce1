#include "jobs/sweep.hpp"

#include "domain/events/event_store.hpp"

namespace jobs {

using namespace domain;

std::int64_t sweep(Context& context)
{
    constexpr std::chrono::hours served{72};
    return context.db.transaction([&](Transaction& tx) {
        return events::sweep(tx, served) +
               tx.run("DELETE FROM idempotency_keys WHERE created_at < :before", tx.now - served) +
               tx.run("DELETE FROM rate_counters WHERE window_start < :before", tx.now - served);
    });
}

} // namespace jobs
