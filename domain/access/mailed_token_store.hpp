#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/access/security_event.hpp"
#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::access {

/// What a link in a mail is for.
enum class TokenPurpose { email_verification, password, email_change };
std::string_view name(TokenPurpose purpose);

/// A fresh token of 256 bits; only its hash is kept. Links that prove an address live 3 days,
/// password links 30 minutes. Whoever calls holds the account, so that nothing that revokes
/// its links passes this one by.
std::string issue_token(Transaction& tx, const AccountId& account, TokenPurpose purpose);

/// The account the token was issued to, once: it is used up. Nothing when it is unknown, of
/// another purpose, used or expired.
std::optional<AccountId> use_token(Transaction& tx, std::string_view token, TokenPurpose purpose);

/// The same without using it up, for what must be judged before.
std::optional<AccountId> peek_token(Transaction& tx, std::string_view token, TokenPurpose purpose);

/// Takes back whatever was issued for this purpose.
void revoke_tokens(Transaction& tx, const AccountId& account, TokenPurpose purpose);

/// What whoever follows a link that does nothing is told, whatever the reason (422).
SecurityRefusal dead_link();

} // namespace domain::access
