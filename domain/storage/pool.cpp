#include "domain/storage/pool.hpp"

#include <chrono>

#include "domain/storage/failures.hpp"

namespace domain::storage {

namespace {
constexpr std::chrono::seconds patience{5};
}

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
    const auto ticket = next_++;
    turn_.wait(lock, [&] { return serving_ == ticket; });
}

void Turnstile::leave()
{
    const std::lock_guard lock(mutex_);
    ++serving_;
    turn_.notify_all();
}

} // namespace domain::storage
