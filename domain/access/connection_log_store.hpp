#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/accounts/origin.hpp"
#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::access {

/// What is kept of who did it from where (LCEN article 6).
enum class ConnectionEvent : std::uint8_t {
    sign_up,
    sign_in,
    password_reset,
    email_change_request,
    email_change
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
