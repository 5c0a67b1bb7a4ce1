#pragma once

#include <cstdint>
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
    std::optional<std::string> number; // of that link; nothing: no link has position and hash
    std::optional<std::string> held;   // the hash that the last head's link has today
    bool was_signed = false;
    Head last; // its last head, if it was signed

    /// Whether the chain is still the one that the last head was of, up to where the counter
    /// stands.
    bool follows() const { return number && (!was_signed || held == last.hash); }

    auto fields()
    {
        return std::tuple_cat(std::tie(series, position, hash, number, held, was_signed),
                              last.fields());
    }
};

/// The next series after `after` that moved, in their order.
std::vector<Moved> moved_after(domain::Transaction& tx, const std::string& after, int limit);

/// How many have a link of before `instant` that no head covers.
std::int64_t count_unsigned_before(domain::Transaction& tx, domain::Instant instant);

/// Writes a head; false where that position has one, or the head before has one that follows it:
/// somebody else signed at this moment.
bool insert(domain::Transaction& tx, const Head& head);

/// The head at `position` of `series`, if there is one; and all after it, in their order.
std::optional<Head> maybe_head(domain::Transaction& tx, const std::string& series,
                               std::int64_t position);
std::vector<Head> heads_of(domain::Transaction& tx, const std::string& series,
                           std::int64_t position);

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
