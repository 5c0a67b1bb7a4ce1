#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "domain/access/credential_store.hpp"
#include "domain/access/security_event.hpp"
#include "domain/core/id.hpp"
#include "domain/core/refused.hpp"
#include "domain/vault/vault.hpp"

namespace domain::access {

inline constexpr std::chrono::minutes ticket_life{5};

/// What stands for a password that was right while its owner looks for the one-time code: whose it
/// was, until when, and our signature under both and under the credentials as they are. Once the
/// password or the second factor has changed it proves nothing. It opens nothing without a code,
/// and each code is good once, so nothing of it is stored.
std::string ticket_for(const Vault& vault, const AccountId& account, const Credentials& credentials,
                       Instant now);

/// Whose ticket `text` says it is, whoever wrote it; nothing for any other text.
std::optional<AccountId> named_by_ticket(std::string_view text);

/// Whether `text` is a ticket of this account with these credentials, and still lives.
bool is_ticket_of(const Vault& vault, std::string_view text, const AccountId& account,
                  const Credentials& credentials, Instant now);

/// What whoever comes with any other ticket is told, whatever the reason (401).
SecurityRefusal dead_ticket();

/// code_needed() after a right password: with `ticket` its owner does without the password when the
/// code follows.
class CodeNeeded : public Refused {
public:
    explicit CodeNeeded(std::string ticket);

    const std::string& ticket() const { return ticket_; }

private:
    std::string ticket_;
};

} // namespace domain::access
