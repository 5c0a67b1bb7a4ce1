#include "invoicing/series/series_store.hpp"

#include "domain/vault/vault.hpp"

namespace invoicing::series {

namespace {

/// Keyed: the number of a sole trader is a person's.
std::string index_of(domain::Transaction& tx, const Seller& seller)
{
    return tx.vault.blind_index("seller", seller.key);
}

std::optional<Series> locked(domain::Transaction& tx, const Seller& seller, Kind kind)
{
    return tx.maybe<Series>(R"(
        SELECT series, issuer_id, year, last_n, last_issued_at, positions, last_hash,
               accepted_until
          FROM invoice_series
         WHERE issuer_id = :issuer AND seller = :seller AND kind = :kind AND successor IS NULL
           FOR UPDATE)",
                            seller.issuer, index_of(tx, seller), name(kind));
}

} // namespace

Series lock_series(domain::Transaction& tx, const Seller& seller, Kind kind,
                   const std::string& wanted)
{
    constexpr int attempts = 32; // six characters collide once in a billion pairs
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (auto series = locked(tx, seller, kind)) return *series;
        const auto prefix = wanted.empty() ? provider_series(seller.issuer, attempt) : wanted;
        tx.run(R"(
            INSERT INTO invoice_series (series, issuer_id, seller, kind, year, last_n,
                                        last_issued_at, positions, last_hash)
            VALUES (:series, :issuer, :seller, :kind, 0, 0, 0, 0, '')
            ON CONFLICT DO NOTHING)",
               prefix, seller.issuer, index_of(tx, seller), name(kind));
    }
    domain::check(false, "a free prefix is found for a series");
    return {};
}

std::optional<Series> open_series(domain::Transaction& tx, const Seller& seller, Kind kind)
{
    return tx.maybe<Series>(R"(
        SELECT series, issuer_id, year, last_n, last_issued_at, positions, last_hash,
               accepted_until
          FROM invoice_series
         WHERE issuer_id = :issuer AND seller = :seller AND kind = :kind AND successor IS NULL)",
                            seller.issuer, index_of(tx, seller), name(kind));
}

std::vector<std::string> prefixes_of(domain::Transaction& tx, const Seller& seller, Kind kind)
{
    return tx.all<std::string>(R"(
        SELECT series
          FROM invoice_series
         WHERE issuer_id = :issuer AND seller = :seller AND kind = :kind
         ORDER BY CASE WHEN successor IS NULL THEN 1 ELSE 0 END, series)",
                               seller.issuer, index_of(tx, seller), name(kind));
}

bool is_anothers(domain::Transaction& tx, const std::string& prefix, const Seller& seller)
{
    return tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM invoice_series
         WHERE series = :series AND (issuer_id <> :issuer OR seller <> :seller))",
                                prefix, seller.issuer, index_of(tx, seller)) > 0;
}

Series lock_series(domain::Transaction& tx, const std::string& series)
{
    return tx.one<Series>(R"(
        SELECT series, issuer_id, year, last_n, last_issued_at, positions, last_hash,
               accepted_until
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
