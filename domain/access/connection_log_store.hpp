#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/accounts/origin.hpp"
#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::access {

/// What is kept of who did it from where (LCEN article 6): signing up and in, and every sensitive
/// change.
enum class ConnectionEvent : std::uint8_t {
    sign_up,
    sign_in,
    password_reset,
    password_change,
    email_change_request,
    email_change,
    second_factor_set,
    second_factor_removal,
    identity_change,
    payout_recipient,
    strong_authentication,
    archive_key,
    closure,
};

/// Keeps, for a year and sealed, from where something was done to an account.
void log_connection(Transaction& tx, const AccountId& account, ConnectionEvent event,
                    const accounts::ConnectionOrigin& from);

/// When something was done to an account, and with what.
struct Connection {
    Instant at;
    std::string user_agent;
};

/// The last time that `event` happened, while it is kept.
std::optional<Connection> latest_connection(Transaction& tx, const AccountId& account,
                                            ConnectionEvent event);

} // namespace domain::access
