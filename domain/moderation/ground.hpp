#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "domain/core/refused.hpp"
#include "domain/core/words.hpp"

namespace domain::moderation {

/// Why a review is refused, hidden, restored or kept: the grounds that the public list of
/// reviews discloses (C. conso D111-17).
enum class Ground : std::uint8_t {
    not_genuine,     // not the author's own experience of this order
    off_topic,       // not about the service
    insulting,       // insults, discrimination, threats
    personal_data,   // names or discloses a third person
    illegal_content, // what the law forbids to publish
    advertising,
    conflict_of_interest,
    genuine,  // nothing was found against it
    appealed, // its author's answer convinced
    other,
};

inline constexpr auto all_grounds = values_of<Ground>();

std::string_view name(Ground ground);
std::optional<Ground> parse_ground(std::string_view text);

/// The ground as people read it.
Say described(Ground ground);

} // namespace domain::moderation
