#pragma once

#include <string_view>
#include <vector>

#include "api/pipeline/route.hpp"

namespace api::site::frame {

/// One page, or what one of its forms posts to: becomes two routes, `pattern` in French and
/// /en + `pattern` in English.
struct PageRoute {
    std::string_view method;
    std::string_view pattern;   // "/providers/:who"
    std::string_view operation; // "home_page"; what it posts: "sign_up_form"
    Who who = Who::anyone;
    Handler handler = nullptr;
    http::Place place = http::Place::http_thread; // that of the operation it performs
    bool uses_session = true;    // false: what is posted before anybody is signed in
    std::string_view performs{}; // the operation that its form is a skin of
};

/// The routes of these pages, in both languages: refusals are pages, what is posted is a form of
/// ours of at most 256 KiB, the language is the address's.
std::vector<Route> routes_of(const std::vector<PageRoute>& pages);

/// One address without a language: robots.txt, the sitemap, an asset.
Route file_route(std::string_view pattern, std::string_view operation, Handler handler);

} // namespace api::site::frame
