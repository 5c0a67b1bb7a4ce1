#include "api/site/frame/frame_view.hpp"

#include <array>

#include "api/pipeline/cookies.hpp"
#include "api/pipeline/own_form.hpp"
#include "api/site/frame/site.hpp"
#include "domain/access/sessions.hpp"

namespace api::site::frame {

using namespace domain;

namespace {

struct Way {
    std::string_view path, label;
};

constexpr std::array<Way, 3> ways = {{{"/services", "frame.find"},
                                      {"/how-it-works", "frame.how"},
                                      {"/become-a-provider", "frame.provide"}}};

std::vector<WayView> ways_from(const Request& request)
{
    const auto here = own_address(request).in(Language::fr);
    std::vector<WayView> views;
    views.reserve(std::size(ways));
    for (const auto& way : ways) {
        views.push_back({Href::to(way.path),
                         {std::string(way.label)},
                         here.substr(0, here.find('?')) == way.path});
    }
    return views;
}

/// The query as it was asked, in order: what a page does not know of it, it does not show.
Href with_query(Href href, const Request& request)
{
    for (const auto& [name, value] : request.raw.query)
        href = href.with(name, value);
    return href;
}

/// Where a captured value stands in the page's pattern, it stands in its own address.
Href without_query(const Request& request)
{
    return Href::local(request.raw.path, Href::to("/"));
}

} // namespace

Href own_address(const Request& request)
{
    return with_query(without_query(request), request);
}

std::string csrf_for(App& app, const Request& request)
{
    if (!request.actor) return {};
    const auto cookie = session_cookie(app, request.raw);
    return cookie ? masked(domain::access::sessions::csrf_token(app.vault, *cookie)) : "";
}

FrameView frame_of(App& app, const Request& request, const Head& head)
{
    const auto& site = site_of(app);
    FrameView view{.title = head.title,
                   .description = head.description,
                   .brand = site.brand().name,
                   .theme = site.brand().colours.main.light,
                   .twin = own_address(request),
                   .has_fault = head.has_fault,
                   .structured = head.structured,
                   .ways = ways_from(request)};
    const auto& root = app.platform.web_url;
    if (head.picture) view.picture = root + head.picture->in(request.language);
    if (head.refresh) view.refresh = head.refresh->in(request.language);
    if (head.is_public) {
        const auto canonical = head.canonical.value_or(without_query(request));
        view.published = {root + canonical.in(request.language), root + canonical.in(Language::fr),
                          root + canonical.in(Language::en)};
    }
    if (request.actor) view.csrf = csrf_for(app, request);
    return view;
}

void WayView::shown(Dictionary& into) const
{
    into.link("WHERE", where);
    into.sentence("LABEL", label);
    into.when("HERE", is_here);
}

void PublicView::shown(Dictionary& into) const
{
    into.text("CANONICAL", canonical);
    into.text("FRENCH", french);
    into.text("ENGLISH", english);
}

void FrameView::shown(Dictionary& into) const
{
    const bool is_french = into.language() == Language::fr;
    into.text("LANGUAGE", name(into.language()));
    into.sentence("TITLE", title);
    into.when("FAULT", has_fault);
    into.text("BRAND", brand);
    into.text("THEME", theme);
    into.when("DESCRIBED", !description.key.empty());
    into.sentence("DESCRIPTION", description);
    into.maybe("PUBLIC", published);
    into.when("HIDDEN", !published);
    into.when("PICTURED", !picture.empty());
    into.text("PICTURE", picture);
    into.when("REFRESHED", !refresh.empty());
    into.text("REFRESH", refresh);
    into.when("STRUCTURED", !structured.is_null());
    into.json_ld("JSON", structured);
    into.each("WAYS", ways);
    into.when("VISITOR", !csrf.has_value());
    into.when("MEMBER", csrf.has_value());
    into.text("CSRF", csrf.value_or(""));
    into.text("TWIN", twin.in(is_french ? Language::en : Language::fr));
    into.text("TWIN_LANGUAGE", is_french ? "en" : "fr");
    into.content("CONTENT", content_html, content);
}

} // namespace api::site::frame
