#include "invoicing/series/anchors.hpp"

#include "domain/core/log.hpp"
#include "domain/vault/signer.hpp"
#include "invoicing/series/anchor_store.hpp"
#include "invoicing/series/head_store.hpp"

namespace invoicing::series {

using namespace domain;

namespace {

/// Where the anchors are to move.
std::vector<Anchor> all_moved_on(Transaction& tx)
{
    const auto anchors = tx.vault.keys().read_latest(all_anchors);
    const auto latest = latest_heads(tx);
    const auto keys = vault::signing_keys_of(tx.vault);
    std::vector<Anchor> moved;
    for (const auto& last : latest) {
        const auto found = anchors.find(last.series);
        const bool is_anchored = found != anchors.end();
        const auto position = is_anchored ? found->second.position : 0;
        if (last.position <= position) continue;
        const auto from = is_anchored ? std::optional(found->second) : std::nullopt;
        const auto to = moved_on(from, heads_of(tx, last.series, position), keys);
        const bool is_at_last = to && to->position == last.position;
        if (!is_at_last) log(Level::error, "series_not_anchored", {{"series", last.series}});
        if (to && to->position > position) moved.push_back(*to);
    }
    return moved;
}

} // namespace

void anchor_heads(Transaction& tx)
{
    const auto moved = all_moved_on(tx);
    if (moved.empty()) return;
    tx.vault.keys().transaction([&](Transaction& keys) {
        for (const auto& anchor : moved)
            move_on(keys, anchor);
    });
}

} // namespace invoicing::series
