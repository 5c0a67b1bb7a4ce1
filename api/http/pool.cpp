#include "api/http/pool.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace api::http {

Pool::Pool(const PoolOptions& options) : options_(options), shares_(options.each_max)
{
    for (int i = 0; i < options_.threads; ++i)
        threads_.emplace_back([this] { work(); });
}

Pool::~Pool()
{
    stop();
}

std::optional<Trouble> Pool::objection_to(const Claim& claim) const
{
    if (stopped_) return Trouble::busy;
    if (shares_.is_spent_by(claim)) return Trouble::too_many;
    return {};
}

std::optional<Trouble> Pool::submit(const Claim& claim, Job job)
{
    std::optional<Entry> gone;
    {
        const std::scoped_lock lock(mutex_);
        const auto turn = shares_.next_turn_of(claim.holder);
        auto objection = objection_to(claim);
        if (!objection && queue_.size() >= options_.waiting_max) {
            gone = giving_way_to(turn);
            if (!gone) objection = Trouble::busy;
        }
        if (objection) {
            ++refused_;
            return objection;
        }
        shares_.take(claim);
        queue_.push_back({claim, turn, std::move(job)});
    }
    something_.notify_one();
    if (gone && gone->job.give_way) gone->job.give_way();
    return {};
}

PoolCounts Pool::counts() const
{
    const std::scoped_lock lock(mutex_);
    return {queue_.size(), running_, refused_};
}

void Pool::stop()
{
    Queue dropped;
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

Pool::Queue::iterator Pool::next_up()
{
    auto next = queue_.end();
    for (auto entry = queue_.begin(); entry != queue_.end(); ++entry) {
        if (under_way_.contains(entry->claim)) continue;
        if (next == queue_.end() || entry->turn < next->turn) next = entry;
        if (next->turn == 1) break; // nobody can have had less
    }
    return next;
}

Pool::Entry Pool::taken_out(const Queue::iterator& entry)
{
    Entry taken = std::move(*entry);
    queue_.erase(entry);
    return taken;
}

std::optional<Pool::Entry> Pool::giving_way_to(std::size_t turn)
{
    // From the end: among equals, who came last.
    const auto most =
        std::max_element(queue_.rbegin(), queue_.rend(), [](const Entry& one, const Entry& other) {
            return one.turn < other.turn;
        });
    if (most == queue_.rend() || most->turn <= turn) return {};
    auto gone = taken_out(std::prev(most.base()));
    shares_.give_back(gone.claim);
    ++refused_;
    return gone;
}

void Pool::work()
{
    for (;;) {
        std::unique_lock lock(mutex_);
        something_.wait(lock, [this] { return stopped_ || next_up() != queue_.end(); });
        if (stopped_) return;
        const Entry entry = taken_out(next_up());
        if (!entry.claim.work.empty()) under_way_.insert(entry.claim);
        ++running_;
        lock.unlock();
        const Rest rest = entry.job.work();
        free_place_of(entry.claim);
        if (rest) rest();
    }
}

void Pool::free_place_of(const Claim& claim)
{
    const std::scoped_lock lock(mutex_);
    --running_;
    under_way_.erase(claim);
    shares_.give_back(claim);
}

} // namespace api::http
