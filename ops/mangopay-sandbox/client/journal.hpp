#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "ops/mangopay-sandbox/world/state.hpp"

namespace mangopay_sandbox {

/// Where one client's state survives: a snapshot and the units since, one JSON line each. A line
/// is on the disk before append() returns, so what was answered is never lost; a last line torn
/// by a crash was never answered and is cut off. Another process on the same folder is refused.
class Journal {
public:
    /// Opens or makes `folder` and brings `state` to where it was.
    Journal(std::filesystem::path folder, State& state);
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    void append(const std::string& line);

    /// Whether the journal has grown so that a snapshot would shorten it much.
    bool is_long() const;

    /// Replaces the snapshot and empties the journal.
    void shorten(const State& state);

private:
    void load(State& state);

    std::filesystem::path folder_;
    int lock_ = -1;
    int file_ = -1;
    std::uintmax_t length_ = 0;
    std::uintmax_t snapshot_length_ = 0;
};

} // namespace mangopay_sandbox
