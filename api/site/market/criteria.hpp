#pragma once

#include <string>

#include "api/pipeline/request.hpp"
#include "api/site/frame/href.hpp"

namespace api::site::market {

/// What a search is for, as it was typed: its address says it, and so does every link to it.
struct Criteria {
    std::string words{}, city{}, skill{}, min_rating{}, sort{};

    /// The first page of what is found.
    frame::Href address() const;
    bool is_narrow() const;
};

Criteria criteria_of(const Request& request);

} // namespace api::site::market
