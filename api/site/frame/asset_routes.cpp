#include "api/site/frame/asset_routes.hpp"

#include "api/site/frame/page_route.hpp"
#include "api/site/frame/site.hpp"

namespace api::site::frame {

using namespace domain;

namespace {

bool takes_brotli(const Request& request)
{
    return request.raw.listed("accept-encoding").value_or("").find("br") != std::string::npos;
}

Response show_asset(App& app, const Request& request)
{
    const auto* asset = site_of(app).assets().served_as(request.raw.capture(":file"));
    if (asset == nullptr) throw not_found();
    const bool is_compressed = !asset->brotli.empty() && takes_brotli(request);
    Response response;
    response.media_type = asset->media_type;
    response.bytes = is_compressed ? asset->brotli : asset->bytes;
    response.headers = {{"cache-control", "public, max-age=31536000, immutable"},
                        {"vary", "accept-encoding"}};
    if (is_compressed) response.headers.push_back({"content-encoding", "br"});
    return response;
}

Response show_manifest(App& app, const Request&)
{
    const auto& site = site_of(app);
    const nlohmann::json manifest = {{"name", site.brand().name},
                                     {"short_name", site.brand().name},
                                     {"start_url", "/"},
                                     {"display", "browser"},
                                     {"background_color", "#f8f8f5"},
                                     {"theme_color", site.brand().colours.main.light},
                                     {"icons",
                                      {{{"src", site.assets().named("mark.svg").path},
                                        {"type", "image/svg+xml"},
                                        {"sizes", "any"}}}}};
    Response response;
    response.media_type = "application/manifest+json";
    response.bytes = manifest.dump();
    response.headers = {{"cache-control", "public, max-age=3600"}};
    return response;
}

} // namespace

std::vector<Route> asset_routes()
{
    return {file_route("/assets/:file", "show_asset", show_asset),
            file_route("/manifest.webmanifest", "show_manifest", show_manifest)};
}

} // namespace api::site::frame
