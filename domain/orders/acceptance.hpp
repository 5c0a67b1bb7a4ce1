#pragma once

#include <functional>
#include <vector>

#include "domain/accounts/origin.hpp"
#include "domain/orders/evidence.hpp"
#include "domain/orders/order.hpp"
#include "domain/platform/marketplace.hpp"
#include "domain/quotes/quotes.hpp"

namespace domain::orders {

/// Says, before anything is agreed, why invoices could not be written for it: the invoice gate
/// run dry. The domain does not know invoices; whoever does hands the gate in.
using QuoteGate = std::function<std::vector<FieldError>(Transaction& tx, const Evidence& evidence)>;

struct Acceptance {
    quotes::Seen seen;
    accounts::ConnectionOrigin from;
    const Marketplace& marketplace;
    const QuoteGate& gate;
};

/// The client accepts a quote in the version it has read: freezes text, billing identities,
/// VAT and commission as evidence, and makes the order, to be paid in time. Refuses what
/// quotes::accept() refuses, a provider who is the client, an account with missing billing fields
/// (each named, RT-19), and what no invoice could be written for.
Order accept(Transaction& tx, const AccountId& client, const Acceptance& acceptance);

} // namespace domain::orders
