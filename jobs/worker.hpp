#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "jobs/context.hpp"

namespace jobs {

/// Takes due events, one subject after the other, and does them at least once; between them
/// runs what the schedule says, one worker at a time per job whatever their number.
class Worker {
public:
    Worker(Context context, int threads);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// Finishes the events in hand, takes no more.
    void stop();

private:
    void loop();

    Context context_;
    std::atomic<bool> stopping_ = false;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<std::thread> threads_;
};

/// Does what is due now and what that announces in turn, until nothing is left; then what the
/// schedule says is due. For tests, the demo and `work --once`. Returns the number of events.
int run_until_idle(Context& context, const std::string& owner);

/// One round of events; returns how many were taken.
int run_events(Context& context, const std::string& owner);

/// Runs the scheduled jobs whose time has come and that no other worker holds.
void run_schedule(Context& context, const std::string& owner);

} // namespace jobs
