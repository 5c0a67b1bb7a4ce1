#pragma once

#include <cstdint>
#include <optional>

#include "domain/core/id.hpp"
#include "domain/forgetting/sweep.hpp"
#include "domain/mail/message.hpp"
#include "domain/storage/transaction.hpp"

/// A mail to somebody who goes before it has left: written while the address is there, and kept
/// until then, sealed under a key of its own that dies with it. Nothing beside it names the
/// account.
namespace domain::mail {

/// Keeps `message`, whose id is that of the event that announced it.
void keep_last_letter(Transaction& tx, const Message& message);

/// What was kept for `event`; nothing when nothing was, or its key is gone: it has left then.
std::optional<Message> maybe_last_letter(Transaction& tx, const EventId& event);
bool has_last_letter(Transaction& tx, const EventId& event);

/// It has left, or leads to nobody: key and row go. Safe to repeat.
void end_last_letter(Transaction& tx, const EventId& event);

/// How many have waited for more than an hour, for /metrics and /readyz.
std::int64_t late_last_letters(Transaction& tx);

/// What no server has taken by the day on which a former address goes.
forgetting::ObjectSweep last_letter_sweep();

} // namespace domain::mail
