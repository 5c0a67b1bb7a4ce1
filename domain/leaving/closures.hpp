#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "domain/accounts/origin.hpp"
#include "domain/forgetting/closure.hpp"
#include "domain/forgetting/sweep.hpp"

namespace domain::leaving {

/// Starts the closing of an account: it is invisible at once (page and services gone, as their
/// line in `retention` says, sessions ended, open requests and quotes taken back), the person is
/// told, and what follows is announced. Asked again, it answers the closure that is under way.
/// `from` is where its owner asked for it; nothing when it was a job.
forgetting::Closure
request_closure(Transaction& tx, const policy::Retention& retention, const AccountId& account,
                forgetting::Cause cause,
                const std::optional<accounts::ConnectionOrigin>& from = std::nullopt);

/// What must settle first: orders that are open, contested, or being refunded.
std::vector<forgetting::Hold> order_holds(Transaction& tx, const AccountId& account);

/// What completing needs to know from the other rooms.
struct Departure {
    std::vector<forgetting::Holder> holders;
    /// Carried out in this order, as their lines say, before the account's own rows go.
    std::vector<forgetting::Eraser> erasers;
    /// The end of the fiscal year of the last invoice that names the account.
    std::function<std::optional<Day>(Transaction&, const AccountId&)> last_invoice;
    /// Writes what is still to be told to the account, before its address goes.
    std::function<void(Transaction&, const AccountId&)> last_letters;
};

/// Everything that still holds `account`; empty when it can go.
std::vector<forgetting::Hold> holds_of(Transaction& tx, const Departure& departure,
                                       const AccountId& account);

/// Whether the law keeps something of a closing account: it was a provider (published a page or
/// sent a quote), or a pay-in of its own succeeded (RT-14).
bool is_kept_by_law(Transaction& tx, const AccountId& account);

/// Lets an account go whatever holds it. Whoever the law keeps nothing of vanishes; of the others
/// a tombstone and, in the archive, the legal identity are left.
void depart(Transaction& tx, const Departure& departure, const policy::Retention& retention,
            const AccountId& account);

/// The sweep that completes closures whose holds have settled. An account the law keeps
/// nothing of vanishes: no row, no key. Of the others the legal identity goes to the archive
/// under a key of its own; orders, evidence, documents and postings stay by pseudonymous ids
/// until their days; connection data keeps its key for its year; everything else goes.
/// `retention` outlives the sweep.
forgetting::ObjectSweep closure_sweep(const Departure& departure,
                                      const policy::Retention& retention);

} // namespace domain::leaving
