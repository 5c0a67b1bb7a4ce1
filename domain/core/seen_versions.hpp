#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace domain {

/// The versions of a thing that whoever edits it has seen: one of them must be the present one.
class SeenVersions {
public:
    SeenVersions(std::int64_t one) : versions_{one} {} // NOLINT(google-explicit-constructor)
    explicit SeenVersions(std::vector<std::int64_t> versions) : versions_(std::move(versions)) {}

    /// Whatever the present version is (If-Match: *).
    static SeenVersions any()
    {
        SeenVersions all(std::vector<std::int64_t>{});
        all.is_any_ = true;
        return all;
    }

    bool hold(std::int64_t present) const
    {
        return is_any_ || std::ranges::find(versions_, present) != versions_.end();
    }

private:
    std::vector<std::int64_t> versions_;
    bool is_any_ = false;
};

} // namespace domain
