#pragma once

#include <string>
#include <string_view>

#include "api/pipeline/request.hpp"
#include "api/site/frame/dictionary.hpp"

namespace api::site::market {

/// What leads from a provider to its quote: whoever is not signed in signs up first, and comes
/// back to this page.
struct AskingView {
    static constexpr std::string_view html = "market/asking.html";

    std::string provider{};
    frame::Href where{};
    bool is_visitor = true;
    void shown(frame::Dictionary& into) const;
};

AskingView asking(const Request& request, const std::string& provider, const frame::Href& page);

} // namespace api::site::market
