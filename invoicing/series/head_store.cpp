#include "invoicing/series/head_store.hpp"

namespace invoicing::series {

using domain::Transaction;

std::vector<Moved> moved_after(Transaction& tx, const std::string& after, int limit)
{
    return tx.all<Moved>(R"(
        SELECT s.series, s.positions, s.last_hash, c.number, h.hash, b.hash
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

void insert(Transaction& tx, const Head& head)
{
    tx.run(R"(
        INSERT INTO series_heads (series, position, number, hash, signed_at, key_id, signature)
        VALUES (:series, :position, :number, :hash, :at, :key, :signature)
        ON CONFLICT (series, position) DO NOTHING)",
           head.series, head.position, head.number, head.hash, head.signed_at, head.key_id,
           head.signature);
}

std::vector<HeldHead> heads_after(Transaction& tx, const std::string& series, std::int64_t position)
{
    constexpr int at_once = 1000;
    return tx.all<HeldHead>(R"(
        SELECT h.series, h.position, h.number, h.hash, h.signed_at, h.key_id, h.signature, c.hash
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
        SELECT h.series, h.position, h.number, h.hash, h.signed_at, h.key_id, h.signature
          FROM series_heads h
         WHERE h.position = (SELECT MAX(p.position) FROM series_heads p WHERE p.series = h.series)
         ORDER BY h.series)");
}

} // namespace invoicing::series
