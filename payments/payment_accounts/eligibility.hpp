#pragma once

#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/refused.hpp"
#include "domain/platform/marketplace.hpp"
#include "domain/storage/transaction.hpp"

namespace payments::payment_accounts {

/// One thing between a provider and its money, with what to do about it.
struct Hurdle {
    std::string code;
    domain::Say reason;
    std::string action;                 // a word to program against: "complete_profile"
    std::string link;                   // where: a route of this API, or Mangopay's hosted page
    std::vector<std::string> details{}; // missing fields, Mangopay's reasons
};

/// Everything that still keeps `account` from being paid, in the order in which to cure it.
/// Empty: it can be paid. There is no state without a next step.
std::vector<Hurdle> hurdles(domain::Transaction& tx, const domain::AccountId& account,
                            const domain::Marketplace& marketplace);

/// Refuses, naming every missing field, when Mangopay could not open an OWNER for `account`:
/// legal details incomplete, or Mangopay's terms not accepted.
void require_ready_to_open(domain::Transaction& tx, const domain::AccountId& account,
                           const domain::Marketplace& marketplace);

} // namespace payments::payment_accounts
