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

/// F2, platform → provider, netted from the release; names F1.
Invoice commission_invoice(const IssueOrder& order, const Numbered& numbered,
                           const std::string& service_number);

} // namespace invoicing::issuing
