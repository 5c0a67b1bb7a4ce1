#include "jobs/job_keeper.hpp"

#include <exception>

#include "domain/core/log.hpp"

namespace jobs {

using namespace domain;

JobKeeper::JobKeeper(Database& db, const ScheduledSlot& slot, std::string owner)
    : db_(db), slot_(slot), owner_(std::move(owner)), thread_([this] { keep(); })
{
}

JobKeeper::~JobKeeper()
{
    {
        const std::lock_guard lock(mutex_);
        is_done_ = true;
    }
    done_.notify_all();
    thread_.join();
}

void JobKeeper::keep()
{
    std::unique_lock lock(mutex_);
    while (!done_.wait_for(lock, slot_.how_long / 4, [&] { return is_done_; })) {
        lock.unlock();
        try {
            db_.transaction([&](Transaction& tx) { prolong(tx, slot_, owner_); });
        } catch (const std::exception& failure) {
            // The next quarter tries again; without any, another worker may begin the job anew,
            // as after a crash: every job is safe to repeat.
            log(Level::warning, "job_not_prolonged",
                {{"job", std::string(slot_.job)}, {"cause", failure.what()}});
        }
        lock.lock();
    }
}

} // namespace jobs
