#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::accounts {

/// What a link in a mail is for.
enum class TokenPurpose { email_verification, password };
std::string_view name(TokenPurpose purpose);

/// A fresh token of 256 bits; only its hash is kept. Verification links live 3 days, password
/// links 30 minutes.
std::string issue_token(Transaction& tx, const AccountId& account, TokenPurpose purpose);

/// The account the token was issued to, once: it is used up. Nothing when it is unknown, of
/// another purpose, used or expired.
std::optional<AccountId> use_token(Transaction& tx, std::string_view token, TokenPurpose purpose);

/// The same without using it up, for what must be judged before.
std::optional<AccountId> peek_token(Transaction& tx, std::string_view token, TokenPurpose purpose);

/// Takes back whatever was issued for this purpose.
void revoke_tokens(Transaction& tx, const AccountId& account, TokenPurpose purpose);

} // namespace domain::accounts
