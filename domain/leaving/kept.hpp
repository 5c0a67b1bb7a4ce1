#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/policy/retention.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::leaving {

/// Where clocks of the archive began, as far as other rooms know; nothing where there is nothing.
struct Beginnings {
    std::optional<Day> last_invoice; // end of the fiscal year of the last that names the account
    std::optional<Day> last_payment; // the same of the last movement of its money
};

/// A line of the archive, for whom it is about.
struct Kept {
    const policy::Rule* rule;
    std::optional<Day> until{}; // the last day; nothing when there is nothing of the kind
    Say because{};              // the law, or the policy's own sentence
};

/// What stays of an account that closes now: nothing for whom the law asks nothing, else each line
/// of the archive. `retention` outlives it.
std::vector<Kept> kept_of(Transaction& tx, const policy::Retention& retention,
                          const AccountId& account, const Beginnings& beginnings);

} // namespace domain::leaving
