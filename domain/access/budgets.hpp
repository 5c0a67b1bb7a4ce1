#pragma once

#include <cstdint>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::access {

/// What one account may create, however fast its program is: others read it, are mailed about it,
/// or trust it. The operator's to change ([budgets] of the configuration).
struct Budgets {
    std::int64_t requests_a_day = 20;
    std::int64_t messages_an_hour = 100;
    std::int64_t archive_keys = 10; // of its own, alive at one time
    std::int64_t sessions = 20;     // alive at one time: the longest unused makes room
};

/// Counts one request or message that is being created; refuses (429, and says how long) beyond
/// the budget. Counted if and only if the unit of work commits.
void spend_request(Transaction& tx, const AccountId& account, const Budgets& budgets);
void spend_message(Transaction& tx, const AccountId& account, const Budgets& budgets);

/// Counts one change of who somebody is. What a change meets elsewhere (profiles::are_one_party)
/// must not tell, try by try, who others are: ten a day are more than anybody's mistakes.
void spend_identity(Transaction& tx, const AccountId& account);

} // namespace domain::access
