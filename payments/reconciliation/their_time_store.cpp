#include "payments/reconciliation/their_time_store.hpp"

namespace payments::reconciliation {

std::optional<Heard> last_heard(Transaction& tx)
{
    return tx.maybe<Heard>("SELECT asked_at, date FROM mangopay_time WHERE id = 1");
}

void write_heard(Transaction& tx, const Heard& heard)
{
    tx.run(R"(
        INSERT INTO mangopay_time (id, asked_at, date)
        VALUES (1, :asked_at, :date)
        ON CONFLICT (id) DO UPDATE SET asked_at = excluded.asked_at, date = excluded.date)",
           heard.asked_at, heard.date);
}

} // namespace payments::reconciliation
