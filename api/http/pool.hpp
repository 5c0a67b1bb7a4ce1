#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <vector>

#include "api/http/server.hpp"
#include "api/http/shares.hpp"

namespace api::http {

/// A few threads and a bounded queue, in which no holder has more than its share and whoever has
/// had least comes first, among equals who came first. Where there is no room, the job of whoever
/// has had most gives way to somebody who has had less. What repeats a work begins once that has
/// ended, and takes nothing of the share.
class Pool {
public:
    /// What is left to do once the job's place is free again: telling its answer, so that whoever
    /// has read that finds room.
    using Rest = std::function<void()>;

    /// One of them is called, at most once. Neither may throw, nor the rest.
    struct Job {
        std::function<Rest()> work;       // on a thread of the pool
        std::function<void()> give_way{}; // on whatever thread brought the job it gives way to
    };

    explicit Pool(const PoolOptions& options);
    ~Pool();
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    /// Why the job was not taken: `too_many` of its holder's are there already, or the pool is
    /// `busy` or has stopped. Nothing when it was.
    std::optional<Trouble> submit(const Claim& claim, Job job);

    PoolCounts counts() const;

    /// Waits for the running jobs and drops the queued ones.
    void stop();

private:
    struct Entry {
        Claim claim;
        std::size_t turn; // among its holder's
        Job job;
    };
    using Queue = std::deque<Entry>; // in the order of arrival

    std::optional<Trouble> objection_to(const Claim& claim) const;
    Queue::iterator next_up();
    Entry taken_out(const Queue::iterator& entry);
    std::optional<Entry> giving_way_to(std::size_t turn);
    void work();
    void free_place_of(const Claim& claim);

    const PoolOptions options_;
    mutable std::mutex mutex_;
    std::condition_variable something_;
    Queue queue_;
    Shares shares_;
    std::set<Claim> under_way_; // works that have a name
    std::size_t running_ = 0;
    std::uint64_t refused_ = 0;
    bool stopped_ = false;
    std::vector<std::thread> threads_;
};

} // namespace api::http
