#pragma once

#include <cstdint>
#include <string>

#include "api/site/frame/dictionary.hpp"

namespace api::site::parts {

/// What others thought, in one line: the average in tenths, and of how many.
struct RatingView {
    static constexpr std::string_view html = "parts/rating.html";

    std::int64_t tenths = 0; // 48 is 4.8
    std::int64_t count = 0;  // 0: nobody yet
    void shown(frame::Dictionary& into) const;
};

/// "4,8", "4.8".
std::string spelled_tenths(std::int64_t tenths, domain::Language language);

} // namespace api::site::parts
