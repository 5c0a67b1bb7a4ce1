#pragma once

#include <functional>
#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/port.hpp"
#include "domain/core/refused.hpp"
#include "domain/payees/billing.hpp"
#include "domain/payees/hurdle.hpp"
#include "domain/platform/marketplace.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::payees {

/// What Mangopay's side of the provider lacks, in the order in which to cure it.
using PaymentAccountPort = Port<std::vector<Hurdle>(Transaction&, const AccountId&)>;

/// Why no invoice could be written in the provider's name, by paths of its profile: the seller's
/// half of the gate that an acceptance passes. Empty: not asked.
using InvoicePort = std::function<std::vector<FieldError>(Transaction&, const BillingIdentity&)>;

/// Whom to ask whether a provider may be paid and invoiced.
struct Conditions {
    Marketplace marketplace;
    InvoicePort invoice;
    PaymentAccountPort payment_account;
    bool is_agreed = false; // any mandate will do that it has given, whichever is asked for by now
};

/// Everything that keeps `account` from being paid and invoiced, in the order in which to cure it:
/// its account, its legal details, the texts to accept, then Mangopay's side. Empty: of the
/// provider's part nothing keeps a quote from being paid and invoiced. Read live, so right at every
/// moment; what the client or the offer lacks is asked elsewhere (quotes::Gate, orders::QuoteGate).
std::vector<Hurdle> hurdles(Transaction& tx, const Conditions& conditions,
                            const AccountId& account);

/// The same for what was agreed already, without asking invoicing, whose documents are frozen: they
/// are written under the mandate that was in force then, whatever the operator asks for since.
std::vector<Hurdle> payment_hurdles(Transaction& tx, const Marketplace& marketplace,
                                    const AccountId& account);

/// What of `profile` is to be mended before its owner may be paid and invoiced, by paths: what the
/// law and the policy want, and what no invoice could carry.
std::vector<FieldError> wrong_details(Transaction& tx, const Conditions& conditions,
                                      const profiles::Profile& profile);

/// The two that Mangopay's side comes down to.
Hurdle identity_not_verified();
Hurdle no_payout_recipient();

/// Mangopay's side as PayableState has it: "identity_not_verified", "no_payout_recipient".
std::vector<Hurdle> seen_at_mangopay(Transaction& tx, const AccountId& account);

/// Refuses (409), naming every field and why, when Mangopay could not open an OWNER for
/// `account`: legal details that are missing or that no invoice could carry, or Mangopay's terms
/// not accepted.
void require_ready_to_open(Transaction& tx, const Conditions& conditions, const AccountId& account);

} // namespace domain::payees
