#pragma once

#include <chrono>
#include <span>
#include <string_view>

#include "domain/accounts/email.hpp"
#include "domain/accounts/origin.hpp"
#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::access {

/// At most `most` attempts within one window.
struct Limit {
    std::chrono::seconds window;
    std::int64_t most;
};

/// Counts one attempt against `bucket`, which never holds personal data in the clear, and says how
/// long to wait until there may be another: nothing when this one is within all limits. To be
/// committed before the attempt is made, so that failing, restarting and racing count too.
std::chrono::seconds count_attempt(Transaction& tx, std::string_view bucket,
                                   std::span<const Limit> limits);

/// Refuses (429) when there is something to wait for, and says how long.
void demand_patience(std::chrono::seconds wait);

/// Counts one attempt to prove who one is as `email_index`, from a network. Whoever tries from
/// networks the account never used shares one allowance per account, so 10,000 guesses from
/// 100 places cost a hundred hashes a day; the owner's own networks have one each, so nobody
/// else can lock the owner out: those it signed up or in from, and where it followed a link to
/// set its password, which works from everywhere. Refuses (429) alike for addresses nobody has.
void count_sign_in(Transaction& tx, const std::string& email_index,
                   const accounts::ConnectionOrigin& from);

/// Takes the count of a sign-in back whose password was right.
void forgive_sign_in(Transaction& tx, const std::string& email_index,
                     const accounts::ConnectionOrigin& from);

/// The same for the code that follows a right password: an allowance of its own, as many per
/// account and known network, so that wrong codes never spend what passwords have, nor the other
/// way round.
void count_code(Transaction& tx, const std::string& email_index,
                const accounts::ConnectionOrigin& from);
void forgive_code(Transaction& tx, const std::string& email_index,
                  const accounts::ConnectionOrigin& from);

/// Counts one request that writes mail to an address (sign-up, password reset, change of address),
/// and says whether the mail may go out. Beyond what one address is written to it may not, and
/// whoever asked is not told: the limit is spent by strangers too. One an hour from each network
/// always may, so nobody can keep the owner's own request from being answered. Refuses (429) a
/// network that asks too often, whatever the addresses.
[[nodiscard]] bool may_be_mailed(Transaction& tx, const std::string& email_index,
                                 const accounts::ConnectionOrigin& from);

/// Counts one try of a password or code by somebody who is signed in.
void count_proof(Transaction& tx, const AccountId& account);

/// Counts one try of the password of the attempt that a mailed link belongs to: only whoever holds
/// the link can spend it.
void count_link_proof(Transaction& tx, const AccountId& account);

/// The keyed index under which a network is known.
std::string network_index(Transaction& tx, const accounts::ConnectionOrigin& from);

} // namespace domain::access
