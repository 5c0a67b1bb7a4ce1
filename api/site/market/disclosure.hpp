#pragma once

#include <string_view>

#include "api/site/frame/dictionary.hpp"

namespace api::site::market {

/// What whoever reads reviews is told of them (C. conso D111-17), in the words of the operation
/// that lists them.
struct DisclosureView {
    static constexpr std::string_view html = "market/disclosure.html";

    void shown(frame::Dictionary& into) const;
};

} // namespace api::site::market
