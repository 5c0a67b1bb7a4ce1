#include "invoicing/issuing/sellers.hpp"

#include <algorithm>

#include "domain/payees/payable_state_store.hpp"

namespace invoicing::issuing {

using domain::Transaction;

series::Seller provider_of(Transaction& tx, const IssueOrder& order)
{
    const auto& agreed = order.provider;
    if (!agreed.siren.empty()) return {order.provider_id, agreed.siren};
    if (!agreed.vat_number.empty()) return {order.provider_id, agreed.vat_number};
    const auto nth = domain::payees::identity_of(tx, order.provider_id).number;
    return {order.provider_id, "identity " + std::to_string(nth)};
}

series::Seller operator_of(const std::string& siren)
{
    return {Issuer::platform(), siren};
}

std::string wrong_prefix(Transaction& tx, const domain::platform::Company& company)
{
    const auto us = operator_of(company.siren);
    const auto& wanted = company.invoice_series;
    if (series::is_anothers(tx, wanted, us)) {
        return "[company] invoice_series = \"" + wanted +
               "\" numbers the invoices of another SIREN than " + company.siren +
               ": another seller needs a prefix of its own";
    }
    // The one configured may have ended since: the series that two people began goes on.
    const auto in_use = series::prefixes_of(tx, us, Kind::commission_invoice);
    if (in_use.empty() || std::ranges::find(in_use, wanted) != in_use.end()) return {};
    return "[company] invoice_series = \"" + wanted + "\", but the invoices of " + company.siren +
           " are numbered under \"" + in_use.back() + "\": a sequence does not change its name";
}

} // namespace invoicing::issuing
