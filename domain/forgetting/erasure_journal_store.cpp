#include "domain/core/stored.hpp"
#include "domain/forgetting/erasure_journal.hpp"
#include "domain/storage/failures.hpp"

namespace domain::forgetting {

namespace {

struct Row {
    std::int64_t number = 0;
    std::string subject_id, what;
    Instant erased_at;
    auto fields() { return std::tie(number, subject_id, what, erased_at); }
};

Erasure to_erasure(const Row& row)
{
    Erasure erasure{row.number, row.subject_id, {}, row.erased_at};
    if (row.what != every_category) erasure.category = stored(vault::parse_category(row.what));
    return erasure;
}

} // namespace

void write_erasure(Transaction& keys, std::string_view order, std::string_view subject,
                   std::string_view what)
{
    try {
        keys.run(R"(
            INSERT INTO erasures (id, number, subject_id, what, erased_at)
            VALUES (:id, (SELECT COALESCE(MAX(number), 0) + 1 FROM erasures), :subject, :what, :at)
            ON CONFLICT (id) DO NOTHING)",
                 order, subject, what, keys.now);
    } catch (const storage::ConstraintViolated&) {
        // Another program took the number since: the next one is found at the next attempt.
        throw storage::LostRace("number in the key journal");
    }
}

std::vector<Erasure> erasures_after(Transaction& keys, std::int64_t number, int limit)
{
    std::vector<Erasure> erasures;
    for (const auto& row : keys.all<Row>(R"(
        SELECT number, subject_id, what, erased_at
          FROM erasures
         WHERE number > :number
         ORDER BY number
         LIMIT :limit)",
                                         number, limit))
        erasures.push_back(to_erasure(row));
    return erasures;
}

std::int64_t last_erasure(Transaction& keys)
{
    return keys.one<std::int64_t>("SELECT COALESCE(MAX(number), 0) FROM erasures");
}

bool was_erased(Transaction& keys, std::string_view subject)
{
    return keys.one<std::int64_t>("SELECT COUNT(*) FROM erasures WHERE subject_id = :subject",
                                  subject) > 0;
}

std::int64_t erasures_seen(Transaction& tx)
{
    return tx.maybe<std::int64_t>("SELECT number FROM erasures_seen").value_or(0);
}

void note_seen(Transaction& tx, std::int64_t number)
{
    tx.run(R"(
        INSERT INTO erasures_seen (id, number)
        VALUES (1, :number)
        ON CONFLICT (id) DO UPDATE SET number = excluded.number
         WHERE erasures_seen.number < excluded.number)",
           number);
}

} // namespace domain::forgetting
