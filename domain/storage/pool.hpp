#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "domain/storage/session.hpp"

namespace domain::storage {

/// Sessions, opened on demand, used last-in-first-out: the warmest statement cache first.
class Pool {
public:
    Pool(std::string url, std::size_t size);

    /// A session of one's own; waits five seconds at most, then throws Overloaded.
    std::unique_ptr<Session> lease();
    void give_back(std::unique_ptr<Session> session);

private:
    const std::string url_;
    const std::size_t size_;
    std::size_t leased_ = 0;
    std::vector<std::unique_ptr<Session>> idle_;
    std::mutex mutex_;
    std::condition_variable returned_;
};

/// First come, first served: SQLite's own busy handler starves whoever backs off longest.
class Turnstile {
public:
    /// Waits for one's turn. Throws Overloaded once somebody has held it for a second: behind a
    /// file that another program keeps locked, the threads of this one must not line up.
    void enter();
    void leave();

private:
    std::mutex mutex_;
    std::condition_variable turn_;
    std::deque<std::uint64_t> waiting_; // tickets
    std::uint64_t next_ = 0;
    bool is_held_ = false;
    std::chrono::steady_clock::time_point since_; // the turn was taken, or given back
};

} // namespace domain::storage
