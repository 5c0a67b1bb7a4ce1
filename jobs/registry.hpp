#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string_view>

#include "domain/events/event_store.hpp"
#include "jobs/context.hpp"

namespace jobs {

/// Acts on one event. Called at least once, so it acts on state, not on the message; what it
/// throws puts the event back for later.
struct Consumer {
    domain::events::Kind kind;
    void (*consume)(Context&, const domain::events::Leased&);
};

/// Work that the clock starts. Returns how many things it did, for one log line.
struct Scheduled {
    std::string_view name;
    std::chrono::seconds every;
    std::int64_t (*run)(Context&);
};

/// Every consumer; several may hear one kind, in this order.
std::span<const Consumer> consumers();

/// Every scheduled job.
std::span<const Scheduled> schedule();

} // namespace jobs
