#pragma once

#include <optional>

#include "domain/storage/transaction.hpp"
#include "payments/flows/context.hpp"
#include "payments/gateway/command.hpp"
#include "payments/operations/operation.hpp"

namespace payments::flows {

/// An operation with what would be sent for it.
struct Errand {
    operations::Operation operation;
    std::optional<Command> command; // nothing: its payment account has to exist first
    bool claimed = false;           // this caller is the one to send it
};

Errand errand(domain::Transaction& tx, const operations::MoneyOperationId& id);

/// Sends a claimed errand, and books Mangopay's answer. When the database does not take that
/// answer, its failure is thrown on, and the next advance() finds out at once.
void send(const Context& context, const Errand& errand);

/// Claims and sends again, under the same key, what never arrived.
void resend(const Context& context, Errand errand);

/// Books what Mangopay said about an operation, and what follows from it, in one transaction.
void settle(const Context& context, const operations::MoneyOperationId& id, const Outcome& outcome);

} // namespace payments::flows
