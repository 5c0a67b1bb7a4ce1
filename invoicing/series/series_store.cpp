#include "invoicing/series/series_store.hpp"

#include <optional>

namespace invoicing::series {

namespace {

std::optional<Series> locked(domain::Transaction& tx, const Issuer& issuer, Kind kind)
{
    return tx.maybe<Series>(R"(
        SELECT series, issuer_id, year, last_n, last_issued_at, positions, last_hash
          FROM invoice_series
         WHERE issuer_id = :issuer AND kind = :kind
           FOR UPDATE)",
                            issuer, name(kind));
}

} // namespace

Series lock_series(domain::Transaction& tx, const Issuer& issuer, Kind kind,
                   const std::string& wanted)
{
    constexpr int attempts = 32; // six characters collide once in a billion pairs
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (auto series = locked(tx, issuer, kind)) return *series;
        const auto prefix = wanted.empty() ? provider_series(issuer, attempt) : wanted;
        tx.run(R"(
            INSERT INTO invoice_series
                (series, issuer_id, kind, year, last_n, last_issued_at, positions, last_hash)
            VALUES (:series, :issuer, :kind, 0, 0, 0, 0, '')
            ON CONFLICT DO NOTHING)",
               prefix, issuer, name(kind));
    }
    domain::check(false, "a free prefix is found for a series");
    return {};
}

Series lock_series(domain::Transaction& tx, const std::string& series)
{
    return tx.one<Series>(R"(
        SELECT series, issuer_id, year, last_n, last_issued_at, positions, last_hash
          FROM invoice_series
         WHERE series = :series
           FOR UPDATE)",
                          series);
}

void move_on(domain::Transaction& tx, const Series& series)
{
    tx.run(R"(
        UPDATE invoice_series
           SET year = :year, last_n = :n, last_issued_at = :at, positions = :positions,
               last_hash = :hash
         WHERE series = :series)",
           series.year, series.last_n, series.last_issued_at, series.positions, series.last_hash,
           series.series);
}

} // namespace invoicing::series
