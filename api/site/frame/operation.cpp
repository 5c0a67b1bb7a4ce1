#include "api/site/frame/operation.hpp"

#include <algorithm>
#include <map>

#include "api/pipeline/admission.hpp"
#include "api/pipeline/entity_tags.hpp"
#include "domain/core/check.hpp"

namespace api::site::frame {

using namespace domain;

namespace {

/// The page's request as the operation would get it from outside.
http::Request asked_for(const Request& request, Asked asked)
{
    auto raw = request.raw;
    raw.method = "GET";
    raw.query = std::move(asked.query);
    if (!asked.captured.empty()) raw.captured = std::move(asked.captured);
    raw.body.clear();
    return raw;
}

} // namespace

const Route& operation(std::string_view name)
{
    static const auto by_name = [] {
        std::map<std::string_view, const Route*> all;
        for (const auto& route : routes()) {
            if (route.dress == Dress::problem) all.emplace(route.operation, &route);
        }
        return all;
    }();
    const auto found = by_name.find(name);
    if (found == by_name.end()) throw Bug("there is no operation " + std::string(name));
    return *found->second;
}

Response answered(App& app, const Request& request, std::string_view name, Asked asked)
{
    const auto& route = operation(name);
    const auto raw = asked_for(request, std::move(asked));
    const Request inner{raw, nlohmann::json::object(), request.actor, request.language, request.id};
    admit(inner.actor, route.who);
    auto response = handled(app, route, inner);
    if (response.media_type == "application/json" && response.body.is_null())
        response.body = nlohmann::json::parse(response.bytes);
    return response;
}

nlohmann::json read(App& app, const Request& request, std::string_view name, Asked asked)
{
    return answered(app, request, name, std::move(asked)).body;
}

std::string version_of(const Response& answer)
{
    for (const auto& header : answer.headers) {
        if (header.name != "etag") continue;
        const auto tags = entity_tags_in(header.value);
        return tags.tags.empty() ? "" : tags.tags.front().opaque;
    }
    return {};
}

} // namespace api::site::frame
