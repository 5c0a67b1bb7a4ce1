#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "domain/storage/transaction.hpp"

namespace jobs {

/// A scheduled job is run by one worker at a time. Takes it for `how_long`; false when another
/// has it, or when it ran less than `every` ago. What lies further ahead than two leases was
/// written by a clock that has been set back since, and holds nobody up.
struct ScheduledSlot {
    std::string_view job;
    std::chrono::microseconds every, how_long;
};
bool take(domain::Transaction& tx, const ScheduledSlot& slot, const std::string& owner);

/// Still at it: nobody else takes the job for `how_long` from now. Nothing to do for a job that is
/// no longer `owner`'s.
void prolong(domain::Transaction& tx, const ScheduledSlot& slot, const std::string& owner);

/// The job is done, and did `count` things.
void give_back(domain::Transaction& tx, std::string_view job, const std::string& owner,
               std::int64_t count);

/// Whatever `owner` has in hand is due again at once.
void give_up_all(domain::Transaction& tx, const std::string& owner);

} // namespace jobs
