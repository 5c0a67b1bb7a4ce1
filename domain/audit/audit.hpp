#pragma once

#include <string_view>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::audit {

/// Records, append-only, that somebody of the operator's did something to an object: ids and
/// codes only, never a person's data. Reasons in people's words belong beside the object.
void record(Transaction& tx, const AccountId& actor, std::string_view action,
            std::string_view object_id, std::string_view reason_code = "");

} // namespace domain::audit
