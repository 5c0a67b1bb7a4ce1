#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace invoicing::issuing {

/// A stretch of the chain: where it ends, and which invoices rendered in it lost their file.
struct Stretch {
    std::string series;
    std::int64_t position = 0;
    std::vector<domain::InvoiceId> lost{};
};

/// The next stretch after `before`, in the order of series and position; nothing at the end. What
/// was destroyed in due time is not lost.
std::optional<Stretch> next_stretch(domain::Transaction& tx, const Stretch& before);

} // namespace invoicing::issuing
