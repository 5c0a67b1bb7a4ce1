#include "api/http/pool.hpp"

#include <utility>

namespace api::http {

Pool::Pool(const PoolOptions& options) : options_(options)
{
    for (int i = 0; i < options_.threads; ++i)
        threads_.emplace_back([this] { work(); });
}

Pool::~Pool()
{
    stop();
}

std::optional<Trouble> Pool::objection_to(const std::string& holder) const
{
    if (stopped_) return Trouble::busy;
    const auto held = held_.find(holder);
    const bool is_enough = options_.each_max > 0 && !holder.empty() && held != held_.end() &&
                           held->second >= options_.each_max;
    if (is_enough) return Trouble::too_many;
    if (queue_.size() >= options_.waiting_max) return Trouble::busy;
    return {};
}

std::optional<Trouble> Pool::submit(const std::string& holder, Job job)
{
    {
        const std::scoped_lock lock(mutex_);
        const auto objection = objection_to(holder);
        if (objection) {
            ++refused_;
            return objection;
        }
        ++held_[holder];
        queue_.push_back({holder, std::move(job)});
    }
    something_.notify_one();
    return {};
}

PoolCounts Pool::counts() const
{
    const std::scoped_lock lock(mutex_);
    return {queue_.size(), running_, refused_};
}

void Pool::stop()
{
    std::deque<Entry> dropped;
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
        const Entry entry = std::move(queue_.front());
        queue_.pop_front();
        ++running_;
        lock.unlock();
        const Rest rest = entry.job();
        free_place_of(entry.holder);
        if (rest) rest();
    }
}

void Pool::free_place_of(const std::string& holder)
{
    const std::scoped_lock lock(mutex_);
    --running_;
    const auto held = held_.find(holder);
    if (--held->second == 0) held_.erase(held);
}

} // namespace api::http
