#include "invoicing/series/heads.hpp"

#include <optional>

#include "domain/core/crypto.hpp"
#include "domain/core/log.hpp"
#include "domain/vault/signer.hpp"
#include "invoicing/series/anchor_store.hpp"

namespace invoicing::series {

using namespace domain;

namespace {

Head signed_head(const vault::Signer& signer, const Moved& moved, Instant now)
{
    Head head;
    head.series = moved.series;
    head.position = moved.position;
    head.number = *moved.number;
    head.hash = moved.hash;
    head.signed_at = now;
    if (moved.was_signed) head.head_before = hash_of(moved.last);
    head.key_id = signer.key_id();
    head.signature = to_base64(signer.signature(purpose_of(head), signed_lines(head)));
    return head;
}

/// Whether the head that the key database remembers is still among the series' own. The anchor is
/// read first: another program may sign, and anchor, at any moment.
bool keeps_anchor(Transaction& tx, const std::string& series)
{
    const auto anchor =
        tx.vault.keys().read_latest([&](Transaction& keys) { return maybe_anchor(keys, series); });
    if (!anchor) return true;
    const auto head = maybe_head(tx, series, anchor->position);
    return head && hash_of(*head) == anchor->head_hash;
}

/// Nothing where the key does not open, which the log says.
std::optional<vault::Signer> maybe_signer(vault::Vault& vault)
{
    auto signer = vault::Signer::of(vault);
    if (!signer) {
        log(Level::error, "signing_key_damaged",
            {{"key", vault::damaged_signing_key(vault).value_or("")}});
    }
    return signer;
}

} // namespace

std::vector<Head> sign_heads(Transaction& tx)
{
    constexpr int at_once = 500;
    std::vector<Head> heads;
    std::optional<vault::Signer> signer; // no key is made for nothing
    std::string after;
    for (auto some = moved_after(tx, after, at_once); !some.empty();
         some = moved_after(tx, after, at_once)) {
        if (!signer) signer = maybe_signer(tx.vault);
        if (!signer) break;
        for (const auto& moved : some) {
            after = moved.series;
            if (!moved.follows() || !keeps_anchor(tx, moved.series)) {
                log(Level::error, "series_not_signed", {{"series", moved.series}});
                continue;
            }
            auto head = signed_head(*signer, moved, tx.now);
            if (insert(tx, head)) heads.push_back(std::move(head));
        }
    }
    return heads;
}

} // namespace invoicing::series
