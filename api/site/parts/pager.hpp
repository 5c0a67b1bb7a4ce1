#pragma once

#include <optional>

#include "api/site/frame/dictionary.hpp"

namespace api::site::parts {

/// The way to what comes after in a long list, and back to where it begins.
struct PagerView {
    static constexpr std::string_view html = "parts/pager.html";

    std::optional<frame::Href> before{}, after{};
    void shown(frame::Dictionary& into) const;
};

} // namespace api::site::parts
