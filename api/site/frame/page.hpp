#pragma once

#include <nlohmann/json.hpp>

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "api/pipeline/response.hpp"
#include "api/site/frame/dictionary.hpp"

namespace api::site::frame {

/// What a page says of itself in its <head>, and to whoever lists it.
struct Head {
    Sentence title{};                // shown as "title · brand"
    Sentence description{};          // public pages have one
    bool is_public = false;          // may be listed by search engines and kept 60 s
    std::optional<Href> canonical{}; // the page's own path without query otherwise
    std::optional<Href> picture{};   // Open Graph
    nlohmann::json structured{};     // schema.org, as JSON-LD; null for none
    bool has_fault = false;          // "Erreur : …": a form that came back
    int status = 200;
    std::optional<std::chrono::seconds> wait{}; // Retry-After
    std::optional<Href> refresh{};              // moves on by itself after a moment
};

/// The page of `view` in the site's frame and the request's language.
template <typename View>
Response page(App& app, const Request& request, const Head& head, const View& view);

/// 303: what a POST is answered with.
Response see_other(const Request& request, const Href& where);
/// 301: a page under its right name.
Response moved(const Request& request, const Href& where);

/// A public page that is kept, compressed, for whoever is not signed in: `version` asks the
/// database by one cheap statement what it would show ("" is never kept), `make` makes it. No page
/// that names the person who reads it is kept: signed in, it is made.
Response kept(App& app, const Request& request, const std::function<std::string()>& version,
              const std::function<Response()>& make);

namespace detail {
/// The page whose content has the template `html` and is filled by `fill`.
Response framed(App& app, const Request& request, const Head& head, std::string_view html,
                const std::function<void(Dictionary&)>& fill);
} // namespace detail

template <typename View>
Response page(App& app, const Request& request, const Head& head, const View& view)
{
    return detail::framed(app, request, head, Dictionary::known<View>(),
                          [&](Dictionary& into) { view.shown(into); });
}

} // namespace api::site::frame
