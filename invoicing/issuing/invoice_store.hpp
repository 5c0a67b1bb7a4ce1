#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"
#include "invoicing/model/invoice.hpp"
#include "invoicing/model/issuer.hpp"
#include "invoicing/model/numbering.hpp"

namespace invoicing::issuing {

/// An issued document as lists show it: no name in it.
struct Summary {
    domain::InvoiceId id = domain::storage::unread;
    std::string series;
    std::int64_t year = 0, n = 0;
    std::string number, kind;
    domain::OrderId order_id = domain::storage::unread;
    Issuer issuer = Issuer::platform();
    domain::AccountId buyer_id = domain::storage::unread;
    domain::Instant issued_at{};
    std::string issue_day, fiscal_year_end, currency;
    std::int64_t net_minor = 0, vat_minor = 0, gross_minor = 0;
    std::string xml_sha256;
    std::optional<std::string> file_sha256; // nothing until it is rendered, or once it is lost
    std::optional<std::int64_t> file_size;
    std::string hash; // its link in the series' chain
    auto fields()
    {
        return std::tie(id, series, year, n, number, kind, order_id, issuer, buyer_id, issued_at,
                        issue_day, fiscal_year_end, currency, net_minor, vat_minor, gross_minor,
                        xml_sha256, file_sha256, file_size, hash);
    }
};

/// What an invoice's row says beside its frozen record.
struct Filing {
    domain::InvoiceId id;
    NumberTaken taken;
    domain::OrderId order_id;
    Issuer issuer;
    domain::AccountId buyer_id;
    domain::Day fiscal_year_end{};
    std::string occasion{};                     // "" for what there is once for an order
    std::optional<domain::InvoiceId> credits{}; // of a credit note: the invoice that it corrects
};

/// Writes the invoice, its XML, its salt and its link, all of one value; moves the locked `series`
/// on.
void insert(domain::Transaction& tx, Series& series, const Filing& filing, const Invoice& invoice);

/// The statement that reads summaries: `choice` is what follows its WHERE, of `i`, the invoice.
std::string select_summaries(std::string_view choice);

std::optional<Summary> maybe_summary(domain::Transaction& tx, const domain::InvoiceId& id);

/// The ids of the service and, if there is one, the commission invoice of an order, in that order;
/// empty before.
std::vector<domain::InvoiceId> issued_for_order(domain::Transaction& tx,
                                                const domain::OrderId& order);

/// The frozen record, the XML. Nothing when the key is gone.
std::optional<std::string> record_text(domain::Transaction& tx, const domain::InvoiceId& id);
std::optional<std::string> xml_text(domain::Transaction& tx, const domain::InvoiceId& id);

/// Year ten: deletes the invoice, its file and its salt. A destruction order for its id must
/// stand in this transaction, else the database refuses; the caller destroys its key once
/// that is committed. Its links stay: the chain verifies without telling what it was about.
void destroy(domain::Transaction& tx, const domain::InvoiceId& id);

} // namespace invoicing::issuing
