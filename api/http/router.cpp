#include "api/http/router.hpp"

#include <algorithm>

#include "api/http/ascii.hpp"
#include "api/http/target.hpp"
#include "domain/core/check.hpp"

namespace api::http {

namespace {

/// "/v1/orders/7" gives "v1" and leaves "/orders/7".
std::string_view take_segment(std::string_view& path)
{
    path.remove_prefix(1);
    const std::string_view segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    return segment;
}

bool serves(const Route& route, std::string_view method)
{
    return route.method == method || (method == "HEAD" && route.method == "GET");
}

std::string allow_list(std::vector<std::string_view> methods)
{
    if (std::ranges::find(methods, "GET") != methods.end()) methods.emplace_back("HEAD");
    methods.emplace_back("OPTIONS");
    std::ranges::sort(methods);
    methods.erase(std::unique(methods.begin(), methods.end()), methods.end());
    std::string list;
    for (const auto& method : methods)
        list.append(list.empty() ? "" : ", ").append(method);
    return list;
}

} // namespace

Router::Router(std::vector<Route> routes, bool ignore_case, bool ignore_trailing_slash)
    : routes_(std::move(routes)),
      ignore_case_(ignore_case),
      ignore_trailing_slash_(ignore_trailing_slash)
{
    for (const Route& route : routes_)
        insert(route);
}

void Router::insert(const Route& route)
{
    std::string_view rest = route.pattern;
    domain::check(rest.starts_with('/'), "a route's pattern starts with a slash");
    Node* node = &root_;
    while (!rest.empty()) {
        const std::string_view segment = take_segment(rest);
        const bool captures = segment.starts_with(':');
        const std::string literal = ignore_case_ ? lower_case(segment) : std::string(segment);
        auto& next = captures ? node->captured : node->literal[literal];
        if (!next) next = std::make_unique<Node>();
        node = next.get();
    }
    const bool is_new = std::ranges::none_of(
        node->routes, [&](const Route* other) { return other->method == route.method; });
    domain::check(is_new, "a pattern has one route for each method");
    node->routes.push_back(&route);
}

Router::Match Router::find(std::string_view method, std::string_view path) const
{
    Match match;
    if (!path.starts_with('/')) return match;
    if (ignore_trailing_slash_ && path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
    Search search{method, {}, nullptr, {}};
    visit(root_, path, search);
    match.route = search.found;
    if (match.route == nullptr) {
        if (!search.methods.empty()) match.allow = allow_list(std::move(search.methods));
        return match;
    }
    std::string_view pattern = match.route->pattern;
    for (std::string& value : search.values) {
        std::string_view segment = take_segment(pattern);
        while (!segment.starts_with(':'))
            segment = take_segment(pattern);
        match.captured.emplace_back(segment.substr(1), std::move(value));
    }
    return match;
}

void Router::visit(const Node& node, std::string_view rest, Search& search) const
{
    if (rest.empty()) {
        for (const Route* route : node.routes) {
            search.methods.emplace_back(route->method);
            if (search.found != nullptr || !serves(*route, search.method)) continue;
            search.found = route;
        }
        return;
    }
    std::string segment = decoded(take_segment(rest)).value_or("");
    const auto literal = node.literal.find(ignore_case_ ? lower_case(segment) : segment);
    if (literal != node.literal.end()) visit(*literal->second, rest, search);
    // An empty segment is nobody's id.
    if (search.found != nullptr || !node.captured || segment.empty()) return;
    search.values.push_back(std::move(segment));
    visit(*node.captured, rest, search);
    if (search.found == nullptr) search.values.pop_back();
}

} // namespace api::http
