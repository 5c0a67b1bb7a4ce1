#include "domain/storage/pool.hpp"

#include "domain/storage/failures.hpp"

namespace domain::storage {

namespace {
constexpr std::chrono::seconds patience{5};
constexpr std::chrono::seconds stuck_after{1};
} // namespace

Pool::Pool(std::string url, std::size_t size) : url_(std::move(url)), size_(size) {}

std::unique_ptr<Session> Pool::lease()
{
    std::unique_lock lock(mutex_);
    if (!returned_.wait_for(lock, patience, [&] { return leased_ < size_; })) {
        throw Overloaded("no free session");
    }
    ++leased_;
    if (!idle_.empty()) {
        auto session = std::move(idle_.back());
        idle_.pop_back();
        return session;
    }
    lock.unlock();
    try {
        return std::make_unique<Session>(url_);
    } catch (...) {
        give_back(nullptr);
        throw;
    }
}

void Pool::give_back(std::unique_ptr<Session> session)
{
    const std::lock_guard lock(mutex_);
    --leased_;
    if (session) idle_.push_back(std::move(session));
    returned_.notify_one();
}

void Turnstile::enter()
{
    std::unique_lock lock(mutex_);
    const auto ticket = waiting_.emplace_back(next_++);
    while (is_held_ || waiting_.front() != ticket) {
        const auto stuck_at = since_ + stuck_after;
        if (is_held_ && std::chrono::steady_clock::now() >= stuck_at) {
            std::erase(waiting_, ticket);
            throw Overloaded("the database's one writer is stuck");
        }
        turn_.wait_until(lock, stuck_at);
    }
    waiting_.pop_front();
    is_held_ = true;
    since_ = std::chrono::steady_clock::now();
}

void Turnstile::leave()
{
    const std::lock_guard lock(mutex_);
    is_held_ = false;
    since_ = std::chrono::steady_clock::now();
    turn_.notify_all();
}

} // namespace domain::storage
