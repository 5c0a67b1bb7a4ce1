#include "invoicing/series/anchor_store.hpp"

namespace invoicing::series {

using domain::Transaction;

std::optional<Anchor> maybe_anchor(Transaction& keys, const std::string& series)
{
    return keys.maybe<Anchor>(R"(
        SELECT series, position, number, hash, head_hash, signed_at
          FROM series_anchors
         WHERE series = :series)",
                              series);
}

Anchors all_anchors(Transaction& keys)
{
    Anchors anchors;
    for (auto& anchor : keys.all<Anchor>(R"(
             SELECT series, position, number, hash, head_hash, signed_at
               FROM series_anchors)")) {
        auto series = anchor.series;
        anchors.emplace(std::move(series), std::move(anchor));
    }
    return anchors;
}

void move_on(Transaction& keys, const Anchor& anchor)
{
    keys.run(R"(
        INSERT INTO series_anchors (series, position, number, hash, head_hash, signed_at)
        VALUES (:series, :position, :number, :hash, :head, :at)
        ON CONFLICT (series) DO UPDATE
           SET position = excluded.position, number = excluded.number, hash = excluded.hash,
               head_hash = excluded.head_hash, signed_at = excluded.signed_at
         WHERE series_anchors.position < excluded.position)",
             anchor.series, anchor.position, anchor.number, anchor.hash, anchor.head_hash,
             anchor.signed_at);
}

} // namespace invoicing::series
