#pragma once

#include "api/pipeline/app.hpp"
#include "domain/members/members.hpp"
#include "domain/payees/readiness.hpp"

namespace api::people {

/// Whom to ask whether a provider may be paid and invoiced: invoicing for the seller's half of the
/// gate, our own books for what Mangopay decided.
domain::payees::Conditions conditions(const App& app);

/// The same with Mangopay's side in full: verification, authentication, recipient, each with its
/// next step.
domain::payees::Conditions detailed_conditions(const App& app);

/// Whom members::edit() asks and tells.
domain::members::Neighbours neighbours(const App& app);

/// What payments and invoicing still owe an account, or it them.
std::vector<domain::forgetting::Hold> owed(domain::Transaction& tx,
                                           const domain::AccountId& account);

} // namespace api::people
