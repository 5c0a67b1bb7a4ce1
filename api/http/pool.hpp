#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "api/http/server.hpp"

namespace api::http {

/// A few threads and a bounded queue, in which no holder has more than its share.
class Pool {
public:
    /// What is left to do once the job's place is free again: telling its answer, so that whoever
    /// has read that finds room.
    using Rest = std::function<void()>;
    /// Must not throw, nor its rest.
    using Job = std::function<Rest()>;

    explicit Pool(const PoolOptions& options);
    ~Pool();
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    /// Why the job of `holder` was not taken: `too_many` of its own are there already, or the pool
    /// is `busy` or has stopped. Nothing when it was.
    std::optional<Trouble> submit(const std::string& holder, Job job);

    PoolCounts counts() const;

    /// Waits for the running jobs and drops the queued ones.
    void stop();

private:
    struct Entry {
        std::string holder;
        Job job;
    };

    std::optional<Trouble> objection_to(const std::string& holder) const;
    void work();
    void free_place_of(const std::string& holder);

    const PoolOptions options_;
    mutable std::mutex mutex_;
    std::condition_variable something_;
    std::deque<Entry> queue_;
    std::map<std::string, std::size_t> held_; // waiting or running, by holder
    std::size_t running_ = 0;
    std::uint64_t refused_ = 0;
    bool stopped_ = false;
    std::vector<std::thread> threads_;
};

} // namespace api::http
