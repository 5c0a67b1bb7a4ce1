#include "jobs/worker.hpp"

#include <algorithm>
#include <exception>

#include "domain/core/crypto.hpp"
#include "domain/core/log.hpp"
#include "domain/storage/failures.hpp"
#include "jobs/job_keeper.hpp"
#include "jobs/job_lease_store.hpp"
#include "jobs/registry.hpp"

namespace jobs {

using namespace domain;
using namespace std::chrono_literals;

namespace {

constexpr int batch_max = 20;
constexpr auto event_lease = 40s; // longer than one call to Mangopay may take
constexpr auto job_lease = 120s;
constexpr std::int64_t attempts_max = 25; // with the pauses below, about five days
constexpr auto pause_max = std::chrono::microseconds(6h);

/// 1 s, 2 s, 4 s … up to six hours.
std::chrono::microseconds pause_after(std::int64_t attempts)
{
    const auto doubled =
        std::chrono::microseconds(1s) * (std::int64_t{1} << std::min<std::int64_t>(attempts, 20));
    return std::min(doubled, pause_max);
}

std::string cause(const std::exception_ptr& thrown)
{
    try {
        std::rethrow_exception(thrown);
    } catch (const std::exception& failure) {
        return failure.what();
    } catch (...) {
        return "not a std::exception";
    }
}

void consume(Context& context, const events::Leased& event)
{
    try {
        const auto kind = events::kinds.parse(event.kind);
        check(kind.has_value(), "an event has a known kind");
        for (const auto& consumer : consumers()) {
            if (consumer.kind == *kind) consumer.consume(context, event);
        }
        context.db.transaction([&](Transaction& tx) { events::mark_done(tx, event); });
    } catch (const storage::Away&) {
        throw; // not the event's fault
    } catch (...) {
        const bool give_up = event.attempts >= attempts_max;
        log(give_up ? Level::error : Level::warning, "event_put_back",
            {{"event_id", event.id.text()},
             {"kind", event.kind},
             {"attempts", std::to_string(event.attempts)},
             {"cause", cause(std::current_exception())}});
        context.db.transaction([&](Transaction& tx) {
            events::put_back(tx, event, pause_after(event.attempts), give_up);
        });
    }
}

/// Takes up again at once what `owner` had in hand when the database went away, instead of
/// waiting for its own leases to run out. The interrupted attempt does not count.
void take_up_again(Context& context, const std::string& owner)
{
    context.db.transaction([&](Transaction& tx) {
        events::give_back(tx, owner);
        give_up_all(tx, owner);
    });
    log(Level::info, "worker_goes_on");
}

} // namespace

int run_events(Context& context, const std::string& owner)
{
    const auto leased = context.db.transaction(
        [&](Transaction& tx) { return events::lease(tx, owner, batch_max, event_lease); });
    for (const auto& event : leased)
        consume(context, event);
    return static_cast<int>(leased.size());
}

void run_schedule(Context& context, const std::string& owner)
{
    for (const auto& job : schedule()) {
        const ScheduledSlot slot{job.name, job.every, job_lease};
        const bool is_mine =
            context.db.transaction([&](Transaction& tx) { return take(tx, slot, owner); });
        if (!is_mine) continue;
        std::int64_t count = 0;
        try {
            const JobKeeper keeper(context.db, slot, owner);
            count = job.run(context);
            if (count > 0) {
                log(Level::info, "job_done",
                    {{"job", std::string(job.name)}, {"count", std::to_string(count)}});
            }
        } catch (const storage::Away&) {
            throw;
        } catch (...) {
            log(Level::error, "job_failed",
                {{"job", std::string(job.name)}, {"cause", cause(std::current_exception())}});
        }
        context.db.transaction([&](Transaction& tx) { give_back(tx, job.name, owner, count); });
    }
}

int run_until_idle(Context& context, const std::string& owner)
{
    run_schedule(context, owner);
    int total = 0;
    constexpr int rounds_max = 1000;
    for (int round = 0; round < rounds_max; ++round) {
        const int taken = run_events(context, owner);
        if (taken == 0) break;
        total += taken;
    }
    return total;
}

Worker::Worker(Context context, int threads) : context_(std::move(context))
{
    for (int i = 0; i < threads; ++i)
        threads_.emplace_back([this] { loop(); });
}

Worker::~Worker()
{
    stop();
}

void Worker::stop()
{
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    for (auto& thread : threads_) {
        if (thread.joinable()) thread.join();
    }
}

void Worker::loop()
{
    const auto owner = to_hex(random_bytes(8));
    constexpr auto idle_min = 50ms;
    constexpr auto idle_max = 400ms;
    auto idle = idle_min;
    bool interrupted = false;
    while (!stopping_) {
        int taken = 0;
        try {
            if (interrupted) take_up_again(context_, owner);
            interrupted = false;
            taken = run_events(context_, owner);
            run_schedule(context_, owner);
        } catch (...) {
            // The database is away: wait for it.
            if (!interrupted) {
                log(Level::warning, "worker_waits", {{"cause", cause(std::current_exception())}});
            }
            interrupted = true;
            idle = idle_max;
        }
        idle = taken > 0 ? idle_min : std::min(idle * 2, idle_max);
        if (taken > 0) continue;
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, idle, [&] { return stopping_.load(); });
    }
}

} // namespace jobs
