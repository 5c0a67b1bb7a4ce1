#pragma once

#include <optional>
#include <string>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::access {

/// What proves who somebody is, opened. "" is: none.
struct Credentials {
    std::string password_hash;
    std::string totp_secret;
    bool totp_confirmed = false;
    std::int64_t totp_last_step = 0;
};

Credentials credentials_of(Transaction& tx, const AccountId& id);

void write_password(Transaction& tx, const AccountId& id, const std::string& hash);

/// The same password under another hash: it was set when it was set.
void write_rehash(Transaction& tx, const AccountId& id, const std::string& hash);

/// A secret that is not in force before it is confirmed.
void write_totp(Transaction& tx, const AccountId& id, const std::string& secret);
void confirm_totp(Transaction& tx, const AccountId& id);
void remove_totp(Transaction& tx, const AccountId& id);

/// Whether a second factor came into force at `since` or later.
bool totp_is_younger(Transaction& tx, const AccountId& id, Instant since);

/// Uses up `step` and all before it; false when it was used already.
bool use_totp_step(Transaction& tx, const AccountId& id, std::int64_t step);

void write_recovery_codes(Transaction& tx, const AccountId& id,
                          const std::vector<std::string>& codes);
bool use_recovery_code(Transaction& tx, const AccountId& id, const std::string& code);

} // namespace domain::access
