#include "invoicing/series/heads.hpp"

#include <optional>

#include "domain/core/crypto.hpp"
#include "domain/core/log.hpp"
#include "domain/vault/signer.hpp"

namespace invoicing::series {

using namespace domain;

namespace {

Head signed_head(const vault::Signer& signer, const Moved& moved, Instant now)
{
    Head head{moved.series, moved.position, *moved.number, moved.hash, now, signer.key_id(), {}};
    head.signature = to_base64(signer.signature(head_purpose, signed_lines(head)));
    return head;
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
        for (const auto& moved : some) {
            after = moved.series;
            if (!moved.follows()) {
                log(Level::error, "series_not_signed", {{"series", moved.series}});
                continue;
            }
            if (!signer) signer = vault::Signer::of(tx.vault);
            heads.push_back(signed_head(*signer, moved, tx.now));
            insert(tx, heads.back());
        }
    }
    return heads;
}

} // namespace invoicing::series
