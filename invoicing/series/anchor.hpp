#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "domain/core/instant.hpp"
#include "invoicing/series/head.hpp"

namespace invoicing::series {

/// The last head of a series as the key database remembers it: whoever has the data in hand cannot
/// take back what was signed. It names nobody.
struct Anchor {
    std::string series;
    std::int64_t position = 0;
    std::string number;    // of the link at that position
    std::string hash;      // of that link
    std::string head_hash; // of the head
    domain::Instant signed_at{};
    auto fields() { return std::tie(series, position, number, hash, head_hash, signed_at); }
};

Anchor anchor_of(const Head& head);

/// `anchor`, if there is one yet, moved on over `heads`, those of its series after it: up to the
/// last that follows the one before it and that one of `keys` signed.
std::optional<Anchor> moved_on(std::optional<Anchor> anchor, const std::vector<Head>& heads,
                               const std::vector<domain::vault::SigningKey>& keys);

} // namespace invoicing::series
