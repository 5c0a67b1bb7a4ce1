#pragma once

#include <cstdint>
#include <string>

#include "domain/access/session.hpp"
#include "domain/accounts/origin.hpp"
#include "domain/storage/database.hpp"

namespace domain::access {

/// What somebody gives whose password was right a moment ago.
struct SecondStep {
    std::string ticket; // CodeNeeded::ticket()
    std::string code;
    Channel channel = Channel::bearer;
    std::int64_t sessions_at_most = 20;
};

/// Signs in with the code that was missing. Refuses a ticket that is none, is older than five
/// minutes, or was given for credentials that have changed (401, not_signed_in), a wrong code
/// (401, second_factor_needed) and, by the same count as sign_in(), too many of them (429).
OpenedSession second_step(Database& db, const SecondStep& step,
                          const accounts::ConnectionOrigin& from);

} // namespace domain::access
