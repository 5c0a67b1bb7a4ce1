#pragma once

#include "invoicing/former_members/own_documents.hpp"

/// Invoices as own documents, on whichever side.
namespace invoicing::former_members::own_invoices {

bool is_id(std::string_view id);

std::vector<OwnDocument> page(domain::Transaction& tx, const domain::AccountId& account,
                              const std::string& after, int limit);

std::optional<OwnDocument> maybe_find(domain::Transaction& tx, const domain::AccountId& account,
                                      std::string_view id);
std::optional<OwnDocument> maybe_numbered(domain::Transaction& tx, const domain::AccountId& account,
                                          std::string_view number);

std::vector<std::string> names(domain::Transaction& tx, const domain::AccountId& account,
                               const OwnDocument& document, issuing::Findings& found);

std::string bytes(domain::Transaction& tx, const OwnDocument& document, Form form,
                  issuing::Findings& found);

} // namespace invoicing::former_members::own_invoices
