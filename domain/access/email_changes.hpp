#pragma once

#include <string_view>

#include "domain/accounts/email.hpp"
#include "domain/accounts/origin.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::access {

/// Announces a mail with a link to the new address, and tells the present one. Nothing looks
/// whether the new address is known, so no answer and no timing can tell: if somebody else has
/// it, they are told when the mail is composed. Replaces a change that waits; claims nothing.
/// Beyond the limit on mail nothing happens: no mail, and a change that waits goes on waiting.
/// Refuses (422) the account's own address. Whoever calls has made sure of the person.
void request_email_change(Transaction& tx, const AccountId& id, const accounts::Email& wanted,
                          const accounts::ConnectionOrigin& from);

/// Uses up the link, returns whose: the account signs in with the new address from now on, every
/// session ends, every other link is revoked and the former address is told. Refuses (422), in the
/// same words, a token that is wrong, used, replaced or expired, and an address that somebody else
/// verified first. Every other attempt at the address ends. Whoever calls has the session of the
/// account, or has had its password (link_proof.hpp): a mailbox alone does not say whose account it
/// is.
AccountId complete_email_change(Transaction& tx, std::string_view token,
                                const accounts::ConnectionOrigin& from);

} // namespace domain::access
