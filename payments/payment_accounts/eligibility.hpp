#pragma once

#include <vector>

#include "domain/core/id.hpp"
#include "domain/payees/readiness.hpp"
#include "domain/platform/platform.hpp"
#include "domain/storage/transaction.hpp"

namespace payments::payment_accounts {

/// What of Mangopay's side still keeps `account` from being paid, in the order in which to cure
/// it: the port that domain::payees::hurdles() asks. There is no state without a next step.
std::vector<domain::payees::Hurdle> hurdles(domain::Transaction& tx,
                                            const domain::AccountId& account,
                                            const domain::Platform& platform);

} // namespace payments::payment_accounts
