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

/// Counts one attempt against `bucket`, which never holds personal data in the clear, and says
/// whether it is within all limits. To be committed before the attempt is made, so that
/// failing, restarting and racing count too.
bool count_attempt(Transaction& tx, std::string_view bucket, std::span<const Limit> limits);

/// Counts one attempt to prove who one is as `email_index`, from a network. Whoever tries from
/// networks the account never used shares one allowance per account, so 10,000 guesses from
/// 100 places cost a hundred hashes a day; the owner's own networks have one each, so nobody
/// else can lock the owner out. Refuses (429) alike for addresses nobody has.
void count_sign_in(Transaction& tx, const std::string& email_index,
                   const accounts::ConnectionOrigin& from);

/// Takes the count of a successful sign-in back.
void forgive_sign_in(Transaction& tx, const std::string& email_index,
                     const accounts::ConnectionOrigin& from);

/// Counts one anonymous request that writes mail (sign-up, password reset): per network, and
/// per address written to.
void count_mail_request(Transaction& tx, const std::string& email_index,
                        const accounts::ConnectionOrigin& from);

/// Counts one try of a password or code by somebody who is signed in.
void count_proof(Transaction& tx, const AccountId& account);

/// The keyed index under which a network is known.
std::string network_index(Transaction& tx, const accounts::ConnectionOrigin& from);

} // namespace domain::access
