#pragma once

#include <optional>

#include "domain/storage/transaction.hpp"
#include "payments/gateway/command.hpp"
#include "payments/operations/operation.hpp"

namespace payments::flows {

/// What is to be sent for `operation`, made anew each time: nothing about the person rests in
/// it. Mangopay's ids that were not known when it was planned are filled in. Nothing when the
/// payment account it needs does not exist yet.
///
/// A recipient's command has no account number: it serves to look for it, not to send it.
std::optional<Command> command_of(domain::Transaction& tx, operations::Operation& operation);

} // namespace payments::flows
