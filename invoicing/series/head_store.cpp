#include "invoicing/series/head_store.hpp"

namespace invoicing::series {

using domain::Transaction;

std::vector<Moved> moved_after(Transaction& tx, const std::string& after, int limit)
{
    return tx.all<Moved>(R"(
        SELECT s.series, s.positions, s.last_hash, c.number, b.hash,
               CASE WHEN h.series IS NULL THEN 0 ELSE 1 END, h.version, h.series, h.position,
               h.number, h.hash, h.signed_at, h.head_before, h.key_id, h.signature
          FROM invoice_series s
          LEFT JOIN invoice_chain c
            ON c.series = s.series AND c.position = s.positions AND c.hash = s.last_hash
          LEFT JOIN series_heads h
            ON h.series = s.series
           AND h.position = (SELECT MAX(p.position) FROM series_heads p WHERE p.series = s.series)
          LEFT JOIN invoice_chain b ON b.series = h.series AND b.position = h.position
         WHERE s.series > :after AND s.positions > COALESCE(h.position, 0)
         ORDER BY s.series
         LIMIT :limit)",
                         after, limit);
}

std::int64_t count_unsigned_before(Transaction& tx, domain::Instant instant)
{
    return tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM invoice_series s
         WHERE EXISTS (SELECT 1
                         FROM invoice_chain c
                        WHERE c.series = s.series
                          AND c.position > COALESCE((SELECT MAX(h.position)
                                                       FROM series_heads h
                                                      WHERE h.series = s.series), 0)
                          AND c.issued_at < :instant))",
                                instant);
}

bool insert(Transaction& tx, const Head& head)
{
    return tx.run(R"(
        INSERT INTO series_heads (version, series, position, number, hash, signed_at, head_before,
                                  key_id, signature)
        VALUES (:version, :series, :position, :number, :hash, :at, :before, :key, :signature)
        ON CONFLICT DO NOTHING)",
                  head.version, head.series, head.position, head.number, head.hash, head.signed_at,
                  head.head_before, head.key_id, head.signature) == 1;
}

std::optional<Head> maybe_head(Transaction& tx, const std::string& series, std::int64_t position)
{
    return tx.maybe<Head>(R"(
        SELECT version, series, position, number, hash, signed_at, head_before, key_id, signature
          FROM series_heads
         WHERE series = :series AND position = :position)",
                          series, position);
}

std::vector<Head> heads_of(Transaction& tx, const std::string& series, std::int64_t position)
{
    return tx.all<Head>(R"(
        SELECT version, series, position, number, hash, signed_at, head_before, key_id, signature
          FROM series_heads
         WHERE series = :series AND position > :position
         ORDER BY position)",
                        series, position);
}

std::vector<HeldHead> heads_after(Transaction& tx, const std::string& series, std::int64_t position)
{
    constexpr int at_once = 1000;
    return tx.all<HeldHead>(R"(
        SELECT h.version, h.series, h.position, h.number, h.hash, h.signed_at, h.head_before,
               h.key_id, h.signature, c.hash
          FROM series_heads h
          LEFT JOIN invoice_chain c ON c.series = h.series AND c.position = h.position
         WHERE (h.series, h.position) > (:series, :position)
         ORDER BY h.series, h.position
         LIMIT :limit)",
                            series, position, at_once);
}

std::vector<Head> latest_heads(Transaction& tx)
{
    return tx.all<Head>(R"(
        SELECT h.version, h.series, h.position, h.number, h.hash, h.signed_at, h.head_before,
               h.key_id, h.signature
          FROM series_heads h
         WHERE h.position = (SELECT MAX(p.position) FROM series_heads p WHERE p.series = h.series)
         ORDER BY h.series)");
}

} // namespace invoicing::series
