#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace api::http {

/// A few threads and a bounded queue. Jobs must not throw.
class Pool {
public:
    Pool(int threads, std::size_t queue_max);
    ~Pool();
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    /// False when the queue is full or the pool has stopped: the job was not taken.
    bool submit(std::function<void()> job);

    /// Waits for the running jobs and drops the queued ones.
    void stop();

private:
    void work();

    const std::size_t queue_max_;
    std::mutex mutex_;
    std::condition_variable something_;
    std::deque<std::function<void()>> queue_;
    bool stopped_ = false;
    std::vector<std::thread> threads_;
};

} // namespace api::http
