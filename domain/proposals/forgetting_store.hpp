#pragma once

#include <string_view>

#include "domain/forgetting/replay.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::proposals {

/// Deletes every proposal about `subject`, which goes itself, and orders their keys destroyed.
void erase_about(Transaction& tx, std::string_view subject);
forgetting::Replayer replayer();

} // namespace domain::proposals
