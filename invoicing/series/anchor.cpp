#include "invoicing/series/anchor.hpp"

namespace invoicing::series {

Anchor anchor_of(const Head& head)
{
    return {head.series, head.position, head.number, head.hash, hash_of(head), head.signed_at};
}

std::optional<Anchor> moved_on(std::optional<Anchor> anchor, const std::vector<Head>& heads,
                               const std::vector<domain::vault::SigningKey>& keys)
{
    for (const auto& head : heads) {
        const bool follows = head.head_before == (anchor ? anchor->head_hash : std::string());
        if (!follows || !is_signed(head, keys)) break;
        anchor = anchor_of(head);
    }
    return anchor;
}

} // namespace invoicing::series
