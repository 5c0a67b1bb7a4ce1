#pragma once

#include <nlohmann/json_fwd.hpp>

#include <vector>

#include "api/pipeline/route.hpp"
#include "invoicing/issuing/documents.hpp"

namespace api::documents {

/// Invoices for their parties: the provider and the client of a deal.
std::vector<Route> invoice_routes();

/// An invoice as lists show it; no name in it.
nlohmann::json summary_view(const invoicing::issuing::Summary& invoice);

/// The PDF, or the XML, as a download named after the invoice's number; a duplicate says so.
Response pdf_download(const invoicing::issuing::Summary& invoice,
                      invoicing::issuing::Document document);
Response xml_download(domain::Transaction& tx, const invoicing::issuing::Summary& invoice,
                      invoicing::issuing::Findings& found);

} // namespace api::documents
