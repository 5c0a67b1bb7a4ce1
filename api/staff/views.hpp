#pragma once

#include <nlohmann/json.hpp>

#include <string>

#include "domain/core/language.hpp"
#include "domain/orders/order.hpp"
#include "domain/orders/release_block.hpp"
#include "domain/proposals/proposal.hpp"
#include "domain/storage/transaction.hpp"
#include "payments/operations/left_to_people_store.hpp"

/// What the API and the command line show staff, as JSON.
namespace api::staff {

/// A proposal with its steps.
nlohmann::json proposal_view(domain::Transaction& tx, const domain::proposals::Proposal& proposal);

/// An order that waits, since when, and for what: the code of its release's reason, or the first
/// field of what is wrong with its documents.
struct WaitingOrder {
    domain::orders::Order order;
    domain::orders::Waits waits = domain::orders::Waits::release_blocked;
    std::string reason{};
    domain::Instant since{};
};

nlohmann::json waiting_view(domain::Transaction& tx, const WaitingOrder& waiting,
                            domain::Language language);

/// A movement of money that waits for people, with its age and sum.
nlohmann::json waiting_view(domain::Transaction& tx, const payments::operations::LeftToPeople& left,
                            domain::Language language);

} // namespace api::staff
