#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "domain/storage/transaction.hpp"
#include "payments/flows/context.hpp"

namespace payments::hooks {

/// Mangopay called: noted, nothing more. Types that we did not ask for and empty ids (its
/// dashboard's test) are taken in silence.
void received(domain::Transaction& tx, std::string_view event_type, const ResourceId& resource,
              std::int64_t date);

/// Reads the object that an event speaks of, and books what it says now: the call itself
/// proves nothing. What is none of ours changes nothing. Throws NoAnswer for anything but a usable
/// answer: an object may be listed later than the call about it.
void read_again(const flows::Context& context, std::string_view event_type,
                const ResourceId& resource);

/// Makes sure that Mangopay calls `url` for every event type: creates what is missing, repairs
/// what is disabled, invalid or leads elsewhere. Returns how many it touched.
std::int64_t ensure(const flows::Context& context, const std::string& url);

/// Notes the events that no call told us about, from Mangopay's list (45 days). Returns how
/// many were missing.
std::int64_t backfill(const flows::Context& context);

} // namespace payments::hooks
