#pragma once

#include <condition_variable>
#include <cstdint>
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
    void enter();
    void leave();

private:
    std::mutex mutex_;
    std::condition_variable turn_;
    std::uint64_t next_ = 0;
    std::uint64_t serving_ = 0;
};

} // namespace domain::storage
