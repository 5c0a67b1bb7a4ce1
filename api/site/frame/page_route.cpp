#include "api/site/frame/page_route.hpp"

#include <deque>
#include <mutex>
#include <string>

namespace api::site::frame {

using namespace domain;

namespace {

constexpr std::size_t form_max = 256UL * 1024;

/// The pattern in English, kept as long as the table of routes.
std::string_view english(std::string_view pattern)
{
    static std::mutex mutex;
    static std::deque<std::string> kept;
    const std::scoped_lock lock(mutex);
    return kept.emplace_back("/en" + std::string(pattern == "/" ? "" : pattern));
}

Route route_of(const PageRoute& page, std::string_view pattern, Language language)
{
    Route route{page.method, pattern, page.operation, page.who, page.handler};
    route.place = page.place;
    route.body_max = form_max;
    route.takes = Takes::form;
    route.uses_session = page.uses_session;
    route.dress = Dress::page;
    route.language = language;
    route.performs = page.performs;
    return route;
}

} // namespace

std::vector<Route> routes_of(const std::vector<PageRoute>& pages)
{
    std::vector<Route> routes;
    routes.reserve(std::size(pages));
    for (const auto& page : pages) {
        routes.push_back(route_of(page, page.pattern, Language::fr));
        routes.push_back(route_of(page, english(page.pattern), Language::en));
    }
    return routes;
}

Route file_route(std::string_view pattern, std::string_view operation, Handler handler)
{
    Route route{"GET", pattern, operation, Who::anyone, handler};
    route.dress = Dress::page;
    route.uses_session = false;
    return route;
}

} // namespace api::site::frame
