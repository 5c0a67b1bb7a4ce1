#include "api/http/pool.hpp"

#include <utility>

namespace api::http {

Pool::Pool(int threads, std::size_t queue_max) : queue_max_(queue_max)
{
    for (int i = 0; i < threads; ++i)
        threads_.emplace_back([this] { work(); });
}

Pool::~Pool()
{
    stop();
}

bool Pool::submit(std::function<void()> job)
{
    {
        const std::scoped_lock lock(mutex_);
        if (stopped_ || queue_.size() >= queue_max_) return false;
        queue_.push_back(std::move(job));
    }
    something_.notify_one();
    return true;
}

void Pool::stop()
{
    std::deque<std::function<void()>> dropped;
    {
        const std::scoped_lock lock(mutex_);
        stopped_ = true;
        dropped.swap(queue_);
    }
    something_.notify_all();
    for (std::thread& thread : threads_) {
        if (thread.joinable()) thread.join();
    }
}

void Pool::work()
{
    for (;;) {
        std::unique_lock lock(mutex_);
        something_.wait(lock, [this] { return stopped_ || !queue_.empty(); });
        if (stopped_) return;
        const std::function<void()> job = std::move(queue_.front());
        queue_.pop_front();
        lock.unlock();
        job();
    }
}

} // namespace api::http
