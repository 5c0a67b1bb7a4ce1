#pragma once

#include "domain/access/credentials.hpp"
#include "domain/accounts/account.hpp"
#include "domain/accounts/origin.hpp"
#include "domain/core/port.hpp"
#include "domain/core/seen_versions.hpp"
#include "domain/forgetting/closure.hpp"
#include "domain/payees/readiness.hpp"
#include "domain/profiles/profile.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::members {

/// What a member wants its profile to be, of which it has seen `versions`. `profile` is valid:
/// profiles::wrong_in() found nothing.
struct Edit {
    SeenVersions versions = 1;
    profiles::Profile profile{};
    bool accepts_new_verification = false; // knows what another identity costs, and wants it
    access::Proof proof{};
    accounts::ConnectionOrigin from{};
};

/// The other rooms, as far as a member who changes concerns them.
struct Neighbours {
    payees::Conditions conditions;
    /// What still needs the provider in an account: money on its way to it, documents to be issued.
    Port<std::vector<forgetting::Hold>(Transaction&, const AccountId&)> owed;
    /// Told that it declared another identity, in the same unit of work.
    Port<void(Transaction&, const AccountId&)> identity_changed;
};

/// Replaces the profile (412 when its version is another), and carries what follows from it along:
/// the name on the public page, the signature under reviews, the identity at Mangopay.
///
/// Refused (422), by paths, while a quote of theirs is open that could not be paid or invoiced any
/// more, whose VAT would be wrong, or whose seller would be another: its client would be told no,
/// for what is not the client's to mend. A role is kept (422 at "roles") while an order, money or a
/// document needs it.
///
/// Of a provider whom Mangopay knows, another identity (payees::identity_changes) is
/// - refused (409) while an order waits to be released or refunded, when it is somebody else
///   (payees::is_somebody_else), naming the orders; and when its legal kind is another, which a
///   user at Mangopay keeps for life;
/// - answered `verification_at_stake` (409) first, when it was verified: with what it costs;
/// - made with consent and proof (access::demand_proof): nobody pays the provider before Mangopay
///   has verified it again, its mandate is asked again, its invoices begin another series where the
///   number of the seller is another, and its owner is told by mail.
accounts::Account edit(Transaction& tx, const Neighbours& neighbours, const AccountId& id,
                       const Edit& wanted);

} // namespace domain::members
