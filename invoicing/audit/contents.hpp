#pragma once

#include <optional>
#include <string>

#include "domain/storage/transaction.hpp"
#include "invoicing/audit/report.hpp"
#include "invoicing/issuing/finding.hpp"

namespace invoicing::audit {

/// Opens and hashes record, XML and files of the next documents with ids after `after`, and names
/// what is wrong with them and was not named yet, and the series that is of another seller; `found`
/// gets what is to be kept of damages. The last of them; nothing when there was none. Safe to
/// repeat.
std::optional<std::string> look_inside(domain::Transaction& tx, const std::string& after,
                                       Report& report, issuing::Findings& found);

/// How many documents one call looks at, at the most.
inline constexpr int looked_at_once = 50;

} // namespace invoicing::audit
