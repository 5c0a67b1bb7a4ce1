#pragma once

#include <string>

#include "domain/platform/platform.hpp"
#include "invoicing/issuing/issue_order.hpp"
#include "invoicing/series/series_store.hpp"

namespace invoicing::issuing {

/// The provider of `order` as the seller that numbers. Between acceptance and invoice nobody
/// becomes somebody else (members::edit), so the present identity is the agreed one.
series::Seller provider_of(domain::Transaction& tx, const IssueOrder& order);

series::Seller operator_of(const std::string& siren);

/// Why the operator's invoices cannot be numbered under the prefix of its configuration: another
/// SIREN has that series already, or this SIREN has numbered under another prefix. "" when they
/// can.
std::string wrong_prefix(domain::Transaction& tx, const domain::platform::Company& company);

} // namespace invoicing::issuing
