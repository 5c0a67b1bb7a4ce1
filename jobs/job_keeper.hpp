#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "domain/storage/database.hpp"
#include "jobs/job_lease_store.hpp"

namespace jobs {

/// Keeps a job its owner's for as long as this lives, however long the job takes: so a lease may
/// be short, and a worker that was killed holds nothing up for longer than one.
class JobKeeper {
public:
    /// Prolongs the lease each time a quarter of it has passed. `slot` is `owner`'s already.
    JobKeeper(domain::Database& db, const ScheduledSlot& slot, std::string owner);
    ~JobKeeper();
    JobKeeper(const JobKeeper&) = delete;
    JobKeeper& operator=(const JobKeeper&) = delete;

private:
    void keep();

    domain::Database& db_;
    ScheduledSlot slot_;
    std::string owner_;
    std::mutex mutex_;
    std::condition_variable done_;
    bool is_done_ = false;
    std::thread thread_;
};

} // namespace jobs
