#pragma once

#include <cstdint>

#include "domain/events/event_store.hpp"
#include "domain/forgetting/replay.hpp"
#include "domain/forgetting/retention_run.hpp"
#include "domain/leaving/closures.hpp"
#include "domain/platform/marketplace.hpp"
#include "jobs/context.hpp"

namespace jobs {

/// What the rooms bring to the closing of an account: who may hold it back, who forgets what, who
/// tells it. Platform and policy outlive it.
domain::leaving::Departure departure(const domain::Marketplace& marketplace);

/// Everything that ends by rule, of every room. Platform and policy outlive it.
domain::forgetting::Sweeps sweeps(const domain::Marketplace& marketplace);

/// What all of that, and what goes with an account, can do for the lines of a policy.
std::vector<domain::forgetting::Duty> duties(const domain::Marketplace& marketplace);

/// How what was erased is known and erased again when older data are put back, of every room.
/// Platform and policy outlive it.
std::vector<domain::forgetting::Replayer> replayers(const domain::Marketplace& marketplace);

/// Erases again whatever the key journal calls erased and the data hold; what it was.
domain::forgetting::Returned replay_retention(Context& context);

/// Throws std::runtime_error that says who is back, and what to do, when somebody is.
void require_nobody_back(Context& context);

/// What would end at `as_of`: how many, by which rule, why.
domain::forgetting::Plan plan_retention(Context& context, domain::Instant as_of);

/// Ends exactly that. Refuses a day that lies ahead, and data that hold what was erased.
domain::forgetting::Plan run_retention(Context& context, domain::Instant as_of);

/// The daily job: run_retention() now. Returns how many things ended.
std::int64_t retention(Context& context);

/// Somebody asked to leave: what nothing holds goes at once, not with the daily job.
void on_account_closing(Context& context, const domain::events::Leased& event);

/// Somebody else proved the address of a sign-up: it is erased at once, not after its week.
void on_sign_up_superseded(Context& context, const domain::events::Leased& event);

} // namespace jobs
