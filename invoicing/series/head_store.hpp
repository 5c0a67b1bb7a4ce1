#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/storage/transaction.hpp"
#include "invoicing/series/head.hpp"

namespace invoicing::series {

/// A series that moved since it was last signed, or never was.
struct Moved {
    std::string series;
    std::int64_t position = 0; // as its counter says
    std::string hash;
    std::optional<std::string> number;       // of that link; nothing: no link has position and hash
    std::optional<std::string> before, held; // the last head's hash, and its link's today

    /// Whether the chain is still the one that the last head was of, up to where the counter
    /// stands.
    bool follows() const { return number && (!before || before == held); }

    auto fields() { return std::tie(series, position, hash, number, before, held); }
};

/// The next series after `after` that moved, in their order.
std::vector<Moved> moved_after(domain::Transaction& tx, const std::string& after, int limit);

/// Writes a head; once for a position.
void insert(domain::Transaction& tx, const Head& head);

/// A head beside the hash that the link at its position has today; nothing: there is none.
struct HeldHead {
    Head head;
    std::optional<std::string> held;
    auto fields() { return std::tuple_cat(head.fields(), std::tie(held)); }
};

/// The next heads after `position` of `series`, by series and position.
std::vector<HeldHead> heads_after(domain::Transaction& tx, const std::string& series,
                                  std::int64_t position);

/// The newest head of every series, in their order.
std::vector<Head> latest_heads(domain::Transaction& tx);

} // namespace invoicing::series
