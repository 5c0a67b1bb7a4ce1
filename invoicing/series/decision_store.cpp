#include "invoicing/series/decision_store.hpp"

#include "domain/core/check.hpp"

namespace invoicing::series {

namespace {

/// "P7K3QF" for a provider, who has many to take from; "EC2" after "EC" for the operator, whose
/// first prefix is its own choice.
std::string candidate(const Series& ended, int attempt)
{
    if (ended.issuer != Issuer::platform()) return provider_series(ended.issuer, attempt);
    auto stem = ended.series;
    while (stem.size() > 1 && stem.back() >= '0' && stem.back() <= '9')
        stem.pop_back();
    return stem + std::to_string(attempt + 2);
}

bool is_taken(domain::Transaction& tx, const std::string& prefix)
{
    return tx.one<std::int64_t>("SELECT COUNT(*) FROM invoice_series WHERE series = :series",
                                prefix) > 0;
}

} // namespace

std::optional<Series> lock_open(domain::Transaction& tx, const std::string& prefix)
{
    return tx.maybe<Series>(R"(
        SELECT series, issuer_id, year, last_n, last_issued_at, positions, last_hash,
               accepted_until
          FROM invoice_series
         WHERE series = :series AND successor IS NULL
           FOR UPDATE)",
                            prefix);
}

std::vector<std::string> all_ahead(domain::Transaction& tx)
{
    constexpr int shown_max = 100;
    return tx.all<std::string>(R"(
        SELECT series
          FROM invoice_series
         WHERE last_issued_at > :latest AND last_issued_at > accepted_until AND successor IS NULL
         ORDER BY series
         LIMIT :most)",
                               tx.now + ahead_max, shown_max);
}

void accept_date(domain::Transaction& tx, const Series& series)
{
    tx.run("UPDATE invoice_series SET accepted_until = last_issued_at WHERE series = :series",
           series.series);
}

std::string begin_next(domain::Transaction& tx, const Series& series)
{
    constexpr int attempts = 100;
    int attempt = 0;
    while (attempt < attempts && is_taken(tx, candidate(series, attempt)))
        ++attempt;
    domain::check(attempt < attempts, "a free prefix is found for a series");
    auto next = candidate(series, attempt);
    tx.run("UPDATE invoice_series SET successor = :next WHERE series = :series", next,
           series.series);
    tx.run(R"(
        INSERT INTO invoice_series (series, issuer_id, seller, kind, year, last_n, last_issued_at,
                                    positions, last_hash)
        SELECT CAST(:next AS TEXT), issuer_id, seller, kind, 0, 0, 0, 0, ''
          FROM invoice_series
         WHERE series = :series)",
           next, series.series);
    return next;
}

} // namespace invoicing::series
