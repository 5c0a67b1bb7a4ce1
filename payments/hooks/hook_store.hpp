#pragma once

#include <cstdint>
#include <string_view>

#include "domain/storage/transaction.hpp"
#include "payments/gateway/ids.hpp"

namespace payments::hooks {

using domain::Transaction;

/// How we came to know of an event.
enum class Source : std::uint8_t { hook, events };

/// Notes an event; false when it was noted before. The first one about a resource that is not
/// yet being looked at has it read again (hook_received): further ones collapse into that.
bool note(Transaction& tx, std::string_view event_type, const ResourceId& resource,
          std::int64_t date, Source source);

/// Up to which Unix second the list of events of a type was read; 0 before the first time.
std::int64_t read_until(Transaction& tx, std::string_view event_type);
void set_read_until(Transaction& tx, std::string_view event_type, std::int64_t date);

/// Forgets what was noted so long ago that Mangopay has forgotten it too.
std::int64_t sweep(Transaction& tx);

} // namespace payments::hooks
