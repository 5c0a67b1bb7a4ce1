#pragma once

#include <optional>
#include <string>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"
#include "invoicing/issuing/documents.hpp"
#include "invoicing/issuing/invoice_store.hpp"
#include "invoicing/issuing/issue_order.hpp"

/// Issuing and rendering; documents.hpp reads.
namespace invoicing::issuing {

struct Issued {
    domain::InvoiceId service_id;                     // provider → client
    std::optional<domain::InvoiceId> commission_id{}; // platform → provider; none of nothing
};

/// Issues both invoices of a released order, or neither, and announces invoices_issued; the service
/// invoice alone when the commission is 0.00. Repeating gives the same ones. Numbers are taken
/// last: gate, a trial with a provisional number, then the locks (the provider's series, then the
/// operator's), date, number, frozen record and XML, hash, chain. Refuses (action_unavailable)
/// naming everything the gate found.
Issued issue_for_order(domain::Transaction& tx, const IssueOrder& order);

/// Renders the PDF from the frozen invoice and keeps it, once; its hash joins the chain.
/// Safe to repeat: what was rendered once is not rendered again here, even if it is lost. Whether
/// it is stored by this call.
bool store_rendering(domain::Transaction& tx, const domain::InvoiceId& id);

} // namespace invoicing::issuing
