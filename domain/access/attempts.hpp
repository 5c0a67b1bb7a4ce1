#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
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
/// networks the account never used shares one allowance per account: 5 a minute, 20 an hour, 100 a
/// day. The owner's own networks have one each: those it signed up or in from, and where it
/// followed a link to set its password, which works from everywhere. Where others have spent the
/// allowance for longer than a minute, each network still has a try of its own every ten minutes,
/// twelve a day, so nobody else can lock the owner out, wherever it is. What that gives a guesser
/// grows with the networks it has, by twelve guesses a day each. Refuses (429) alike for addresses
/// nobody has.
void count_sign_in(Transaction& tx, const std::string& email_index,
                   const accounts::ConnectionOrigin& from);

/// Takes the count of a sign-in back whose password was right.
void forgive_sign_in(Transaction& tx, const std::string& email_index,
                     const accounts::ConnectionOrigin& from);

/// The same for the code that follows a right password: an allowance of its own, as many per
/// account and known network, so that wrong codes never spend what passwords have, nor the other
/// way round. No network has more: a code has six digits, and only who knows the password spends
/// it.
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

/// What somebody who is signed in tries to prove a sensitive change with.
enum class Tried : std::uint8_t { password, code };

/// Counts one try; each kind has an allowance of its own. Taken back when what was tried was right,
/// or was not looked at, so that only wrong proofs are spent.
void count_proof(Transaction& tx, const AccountId& account, Tried what);
void forgive_proof(Transaction& tx, const AccountId& account, Tried what);

/// Counts one mail with a code that was asked for; no try of one.
void count_code_mail(Transaction& tx, const AccountId& account);

/// Counts one try of the password of the attempt that a mailed link belongs to: only whoever holds
/// the link can spend it. Taken back when it was right.
void count_link_proof(Transaction& tx, const AccountId& account);
void forgive_link_proof(Transaction& tx, const AccountId& account);

/// Counts one claim to the documents of a closed account by the link with this index, whether there
/// is such a link or not. Taken back when it was right.
void count_document_claim(Transaction& tx, const std::string& link_index,
                          const accounts::ConnectionOrigin& from);
void forgive_document_claim(Transaction& tx, const std::string& link_index,
                            const accounts::ConnectionOrigin& from);

/// The keyed index under which a network is known.
std::string network_index(Transaction& tx, const accounts::ConnectionOrigin& from);

} // namespace domain::access
