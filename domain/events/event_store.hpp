#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "domain/events/event.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::events {

/// Announces `event` in the caller's unit of work: it exists if and only if that commits.
/// `after`, at most two days, delays it.
void announce(Transaction& tx, const Event& event,
              std::chrono::microseconds after = std::chrono::microseconds::zero());

/// An event leased to one worker. A result of an outdated lease is dropped.
struct Leased {
    EventId id = storage::unread;
    std::string kind, subject, detail;
    std::int64_t attempts = 0;
    std::int64_t generation = 0;
    auto fields() { return std::tie(id, kind, subject, detail, attempts, generation); }
};

/// Leases up to `most` due events to `owner`; of one subject only the earliest. A lease or a date
/// too far ahead was written by a clock that has been set back since, and holds nothing up.
std::vector<Leased> lease(Transaction& tx, std::string_view owner, int most,
                          std::chrono::seconds how_long);

void mark_done(Transaction& tx, const Leased& event);

/// Puts it back for `after`; `give_up` leaves it for people to look at.
void put_back(Transaction& tx, const Leased& event, std::chrono::microseconds after, bool give_up);

/// Puts it off because something is to be mended first: `why`, a code, becomes its detail and the
/// tries begin anew, so that it is never given up. What its consumer says in the end is dropped.
void put_off(Transaction& tx, const Leased& event, std::string_view why,
             std::chrono::microseconds after);

/// What was put off is due now: what held it up may be gone.
void take_up_again(Transaction& tx, Kind kind);

/// What was put off and still waits: subjects and why, in the order of the subjects after `after`.
struct PutOff {
    std::string subject, why;
    Instant since{}; // it was announced
    auto fields() { return std::tie(subject, why, since); }
};
std::vector<PutOff> all_put_off(Transaction& tx, Kind kind, std::string_view after, int most);
std::int64_t count_put_off(Transaction& tx, Kind kind);

/// Ends every lease of `owner` whose event is not done, as if it had not been taken.
void give_back(Transaction& tx, std::string_view owner);

/// The events of that kind and detail that are still to be done, in the order of announcing.
std::vector<EventId> to_do(Transaction& tx, Kind kind, std::string_view detail);

/// Undone and given-up events, for /metrics and /readyz.
struct Backlog {
    std::int64_t waiting = 0;
    std::int64_t given_up = 0;
    auto fields() { return std::tie(waiting, given_up); }
};
Backlog backlog(Transaction& tx);

} // namespace domain::events
