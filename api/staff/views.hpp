#pragma once

#include <nlohmann/json.hpp>

#include "domain/core/language.hpp"
#include "domain/proposals/proposal.hpp"
#include "domain/storage/transaction.hpp"
#include "payments/operations/left_to_people_store.hpp"

/// What the API and the command line show staff, as JSON.
namespace api::staff {

/// A proposal with its steps.
nlohmann::json proposal_view(domain::Transaction& tx, const domain::proposals::Proposal& proposal);

/// A movement of money that waits for people, with its age and sum.
nlohmann::json waiting_view(domain::Transaction& tx, const payments::operations::LeftToPeople& left,
                            domain::Language language);

} // namespace api::staff
