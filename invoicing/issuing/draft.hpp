#pragma once

#include <string>

#include "invoicing/issuing/issue_order.hpp"

namespace invoicing::issuing {

/// The number and moment a series gave (or, to try a document out, invented ones).
struct Numbered {
    std::string number;
    domain::Instant at{};
};

/// F1, provider → client, written by the platform under mandate. The order has passed
/// missing_mentions(); what it would have named is a Bug here.
Invoice service_invoice(const IssueOrder& order, const Numbered& numbered);

/// Whether there is an F2: of a cent no commission is left, and nothing is not invoiced.
bool has_commission(const IssueOrder& order);

/// F2, platform → provider, netted from the release; names F1. Of an order that has a commission.
Invoice commission_invoice(const IssueOrder& order, const Numbered& numbered,
                           const std::string& service_number);

} // namespace invoicing::issuing
