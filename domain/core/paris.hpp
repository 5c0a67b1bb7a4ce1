#pragma once

#include <chrono>
#include <functional>

#include "domain/core/instant.hpp"

namespace domain {

/// The legal time of Paris. The library that reads the system's time zones knows the transitions
/// that they list, and takes winter for whatever follows: 2037 on most systems, 1996 where the
/// files are "slim". After what is listed the rule in force is applied, if it still is at the end
/// of it.
class Paris {
public:
    /// What time zones say of an instant: the offset from UTC, and since when it has been so.
    struct Listed {
        std::chrono::seconds offset;
        Instant since;
    };
    using Lookup = std::function<Listed(Instant)>;

    explicit Paris(Lookup listed);

    std::chrono::seconds offset(Instant instant) const;

    /// Whether instants of which the time is known come out right; nothing of ours may be dated
    /// otherwise.
    bool is_right() const;

    /// As this system's files have it.
    static const Paris& here();

private:
    Lookup listed_;
    Instant listed_until_;
    bool turns_;
};

} // namespace domain
