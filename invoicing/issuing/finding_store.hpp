#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "domain/storage/transaction.hpp"
#include "invoicing/issuing/finding.hpp"

namespace invoicing::issuing {

/// Whether something else is kept of what was looked at.
bool is_news(domain::Transaction& tx, const Finding& finding);

/// Writes what was found, and that what was not found any more is whole again. Nothing is kept of a
/// document whose destruction was ordered.
void write(domain::Transaction& tx, const Finding& finding);

/// Documents of which something is damaged: cannot be given out; and was made again in the last
/// seven days.
struct DamagedCount {
    std::int64_t damaged = 0, remade = 0;
    auto fields() { return std::tie(damaged, remade); }
};
DamagedCount count_damaged(domain::Transaction& tx);

/// A damage that is not resolved, or counts there, with the place of its document.
struct KeptDamage {
    std::string series, number, invoice_id, part, damage;
    domain::Instant found_at{};
    std::optional<domain::Instant> remade_at, resolved_at;
    auto fields()
    {
        return std::tie(series, number, invoice_id, part, damage, found_at, remade_at, resolved_at);
    }
};

/// All of them, by series and number.
std::vector<KeptDamage> all_kept(domain::Transaction& tx);

} // namespace invoicing::issuing
