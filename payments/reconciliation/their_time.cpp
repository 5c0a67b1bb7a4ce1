#include "payments/reconciliation/their_time.hpp"

#include "payments/reconciliation/their_time_store.hpp"

namespace payments::reconciliation {

namespace {

/// Answers come by the second: not each is worth a write.
constexpr std::chrono::minutes written_every{1};

/// By clocks that were set back since, as tests do, what is written would be the latest for years.
bool is_of_another_time(const Heard& written, domain::Instant now)
{
    return written.date > now + silence_max;
}

bool is_news(const Heard& heard, const Heard& written, domain::Instant now)
{
    if (is_of_another_time(written, now)) return true;
    if (heard.date < written.date) return false;
    return heard.date >= written.date + written_every || is_ahead(heard) != is_ahead(written);
}

} // namespace

bool is_ahead(const Heard& heard)
{
    return heard.asked_at > heard.date + ahead_max;
}

bool is_in_doubt(const std::optional<Heard>& heard, domain::Instant now,
                 std::chrono::microseconds patience)
{
    return !heard || is_ahead(*heard) || now > heard->asked_at + patience ||
           now + patience < heard->asked_at;
}

void note(Transaction& tx, const std::optional<Heard>& heard)
{
    if (!heard) return;
    const auto written = last_heard(tx);
    if (!written || is_news(*heard, *written, tx.now)) write_heard(tx, *heard);
}

std::optional<domain::FieldError> clock_ahead(Transaction& tx)
{
    const auto heard = last_heard(tx);
    if (!heard || !is_ahead(*heard)) return {};
    return domain::FieldError{
        "clock_ahead",
        {"Notre horloge avance de plus de cinq minutes sur celle de Mangopay : aucun document "
         "n'est "
         "daté avant qu'elle soit remise à l'heure.",
         "Our clock is more than five minutes ahead of Mangopay's: no document is dated before it "
         "is put right."}};
}

bool is_silent(Transaction& tx)
{
    const auto heard = last_heard(tx);
    return heard && tx.now > heard->asked_at + silence_max;
}

} // namespace payments::reconciliation
