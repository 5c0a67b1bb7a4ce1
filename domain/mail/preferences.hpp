#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/core/id.hpp"
#include "domain/mail/template.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::mail {

/// Which kinds of activity mail an account wants; all of them until it says otherwise.
struct Preferences {
    bool message = true, quote = true, payment = true, review = true;
    auto fields() { return std::tie(message, quote, payment, review); }

    bool wants(MailKind kind) const;
};

Preferences preferences_of(Transaction& tx, const AccountId& account);
void write_preferences(Transaction& tx, const AccountId& account, const Preferences& wanted);

/// What an unsubscribe link carries: whose mail of which kind, signed, without an end.
std::string unsubscribe_token(const vault::Vault& vault, const AccountId& account, MailKind kind);

struct Unsubscription {
    AccountId account;
    MailKind kind = MailKind::service;
};
std::optional<Unsubscription> parse_unsubscribe_token(const vault::Vault& vault,
                                                      std::string_view token);

/// Switches that kind off; safe to repeat.
void unsubscribe(Transaction& tx, const Unsubscription& wish);

} // namespace domain::mail
