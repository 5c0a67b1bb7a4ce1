#pragma once

#include <nlohmann/json.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "api/site/frame/page.hpp"

namespace api::site::frame {

class Site;

/// A line of the main navigation.
struct WayView {
    Href where{};
    Sentence label{};
    bool is_here = false;
    void shown(Dictionary& into) const;
};

/// What is only said of a public page.
struct PublicView {
    std::string canonical{}, french{}, english{}; // whole addresses
    void shown(Dictionary& into) const;
};

/// What surrounds every page.
struct FrameView {
    static constexpr std::string_view html = "frame/frame.html";

    Sentence title{}, description{};
    std::string brand{}, theme{}, picture{}, refresh{};
    Href twin{};
    bool has_fault = false;
    nlohmann::json structured{};
    std::optional<PublicView> published{};
    std::vector<WayView> ways{};
    std::optional<std::string> csrf{}; // of whoever is signed in; "" without a cookie
    std::string_view content_html = "frame/refusal.html";
    std::function<void(Dictionary&)> content{};
    void shown(Dictionary& into) const;
};

/// The frame of this page, without its content.
FrameView frame_of(App& app, const Request& request, const Head& head);

/// The page's own path and query, without a language: where its twin and its refusals lead back to.
Href own_address(const Request& request);

/// The token that the forms of a page carry, masked; "" where no cookie is asked for it.
std::string csrf_for(App& app, const Request& request);

} // namespace api::site::frame
