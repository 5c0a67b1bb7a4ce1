#pragma once

#include <chrono>
#include <compare>
#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <utility>

namespace api::http {

/// Whose job a request is.
struct Claim {
    std::string holder{}; // "" is nobody's, which no share holds
    std::string work{};   // the same for whatever repeats it; "" repeats nothing

    auto operator<=>(const Claim&) const = default;
};

/// What each holder has in a pool, and has had there lately. The lock is the pool's.
class Shares {
public:
    /// No holder has more than `each_max` works there; 0: whatever there is room for.
    explicit Shares(std::size_t each_max) : each_max_(each_max) {}

    /// The how-manieth of its holder's within a minute the next job would be, from 1: whoever has
    /// had least comes first. Nobody's are different people's, so each of them is a first.
    std::size_t next_turn_of(const std::string& holder);

    /// Whether this would be one work too many. What repeats a work that is there is none.
    bool is_spent_by(const Claim& claim) const;

    void take(const Claim& claim);
    void give_back(const Claim& claim);

private:
    using Clock = std::chrono::steady_clock;

    struct Share {
        std::size_t works = 0;                     // waiting or running
        std::map<std::string, std::size_t> same{}; // jobs of a work that has a name
        std::size_t lately = 0;                    // jobs taken within a minute
    };

    void forget_former();
    void drop_if_empty(std::map<std::string, Share>::iterator share);

    const std::size_t each_max_;
    std::map<std::string, Share> shares_;
    std::deque<std::pair<Clock::time_point, std::string>> lately_; // oldest first
};

} // namespace api::http
