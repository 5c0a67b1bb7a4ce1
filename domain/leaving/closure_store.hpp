#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/forgetting/closure.hpp"

namespace domain::leaving {

/// False when the account is closing already.
bool insert(Transaction& tx, const forgetting::Closure& closure);

std::optional<forgetting::Closure> closure_of(Transaction& tx, const AccountId& account);

/// Closures that are not completed, requested before `before`, after the account id `after`.
std::vector<forgetting::Closure> to_complete(Transaction& tx, Instant before,
                                             const std::string& after, int limit);

/// Locked until the commit; nothing when there is none to complete.
std::optional<forgetting::Closure> lock_to_complete(Transaction& tx, const AccountId& account);

void mark_completed(Transaction& tx, const AccountId& account);
void erase_closure(Transaction& tx, const AccountId& account);

/// Completed closures whose connection key is still there, completed before `before`.
std::vector<forgetting::Closure> with_connection_key(Transaction& tx, Instant before,
                                                     const std::string& after, int limit);
/// False when it was noted before.
bool mark_connection_ended(Transaction& tx, const AccountId& account);
bool keeps_connection_key(Transaction& tx, const AccountId& account);

/// Verified members last seen before `before` and not told so since.
struct Idle {
    AccountId account_id = storage::unread;
    Instant last_activity_at;
    auto fields() { return std::tie(account_id, last_activity_at); }
};
std::vector<Idle> idle(Transaction& tx, Instant before, const std::string& after, int limit);

/// Notes that the account was told of its coming end.
void write_warning(Transaction& tx, const AccountId& account);
void erase_warning(Transaction& tx, const AccountId& account);

/// Warned before `before`, and not seen since.
struct Warned {
    AccountId account_id = storage::unread;
    Instant warned_at;
    auto fields() { return std::tie(account_id, warned_at); }
};
std::vector<Warned> warned(Transaction& tx, Instant before, const std::string& after, int limit);

} // namespace domain::leaving
