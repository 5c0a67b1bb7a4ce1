#include "api/market/pages.hpp"

#include <nlohmann/json.hpp>

#include "api/json/json_writer.hpp"
#include "api/json/reader.hpp"
#include "api/json/views.hpp"
#include "api/market/service_view.hpp"
#include "api/pipeline/entity_tags.hpp"
#include "api/pipeline/idempotent.hpp"
#include "domain/core/crypto.hpp"
#include "domain/pages/pages.hpp"
#include "domain/services/search.hpp"

namespace api::market {

using namespace domain;
using nlohmann::json;

namespace {

constexpr std::string_view public_cache = "public, max-age=60";
constexpr std::string_view picture_cache = "public, max-age=86400, immutable";

std::string path_of(const std::string& picture)
{
    return "/v1/files/" + picture;
}

void write_portfolio(JsonWriter& out, const std::string& portfolio)
{
    out.begin_array();
    for (const auto& picture : json::parse(portfolio)) {
        const auto& id = picture.at("id").get_ref<const std::string&>();
        out.begin_object()
            .member("id", id)
            .member("caption", picture.at("caption").get_ref<const std::string&>())
            .member("path", path_of(id))
            .end_object();
    }
    out.end_array();
}

std::string page_text(const pages::Shown& shown)
{
    const auto& page = shown.page;
    JsonWriter out;
    out.begin_object()
        .member("id", page.account_id.text())
        .member("display_name", page.display_name)
        .member("city", page.city)
        .member("description", page.description)
        .member("clientele", page.clientele)
        .name("is_professional")
        .json(page.is_professional ? "true" : "false")
        .name("skills")
        .json(page.skills)
        .member("photo",
                page.photo_id ? std::optional(path_of(page.photo_id->text())) : std::nullopt);
    write_portfolio(out.name("portfolio"), page.portfolio);
    out.name("services").begin_array();
    for (const auto& service : shown.services)
        write_offered(out, service);
    return out.end_array()
        .name("rating")
        .json(rating_view(page.rating_sum, page.rating_count).dump())
        .member("published_at", page.published_at)
        .end_object()
        .take();
}

json view(const pages::Page& page)
{
    auto portfolio = json::array();
    for (const auto& picture : page.portfolio) {
        portfolio.push_back({{"id", picture.id.text()},
                             {"caption", picture.caption},
                             {"path", path_of(picture.id.text())}});
    }
    return {{"city", page.content.city},
            {"description", page.content.description},
            {"skills", page.content.skills},
            {"is_published", page.is_published},
            {"photo", page.photo ? json(path_of(page.photo->text())) : json()},
            {"portfolio", std::move(portfolio)},
            {"rating", rating_view(page.rating_sum, page.rating_count)}};
}

Response owned(const pages::Page& page)
{
    return tagged(ok(view(page)), page.version);
}

/// Rating and services change without the page's version, so the tag is of the text itself.
Response cacheable(std::string text)
{
    auto response = ok_text(std::move(text));
    response.headers = {{"etag", "\"" + fingerprint(response.bytes) + "\""},
                        {"cache-control", std::string(public_cache)}};
    return response;
}

std::string caption_of(const Request& request)
{
    const json wrapped = {{"caption", query_text(request, "caption")}};
    Reader read(wrapped);
    auto caption = read.text("caption", {0, 200});
    read.finish();
    return caption;
}

} // namespace

Response show_provider(App& app, const Request& request)
{
    const auto id = path_id<AccountId>(request, ":id");
    return app.db.read([&](Transaction& tx) { return cacheable(page_text(pages::show(tx, id))); });
}

Response show_file(App& app, const Request& request)
{
    const auto id = path_id<FileId>(request, ":id");
    return app.db.read([&](Transaction& tx) {
        const auto file = pages::published_file(tx, id);
        Response response;
        response.media_type = file.media_type;
        response.bytes = storage::read_file(tx, file.id);
        response.headers = {{"cache-control", std::string(picture_cache)},
                            {"content-security-policy", "default-src 'none'; sandbox"},
                            {"cross-origin-resource-policy", "cross-origin"}}; // published
        return response;
    });
}

Response show_my_page(App& app, const Request& request)
{
    return app.db.read(
        [&](Transaction& tx) { return owned(pages::mine(tx, actor_of(request).account)); });
}

Response put_my_page(App& app, const Request& request)
{
    Reader read(request.body);
    const pages::Content content{.city = read.text("city", {1, 100}),
                                 .description = read.text("description", {1, 5000, true}),
                                 .skills = read.texts("skills", pages::skills_max, {1, 40})};
    const bool is_published = read.flag("is_published", false);
    read.finish();
    const pages::Wanted wanted{content, is_published, expected_versions(request)};
    return app.db.transaction([&](Transaction& tx) {
        return owned(pages::write(tx, actor_of(request).account, wanted, app.policy));
    });
}

Response put_photo(App& app, const Request& request)
{
    const auto picture = app.reencode(request.raw.body);
    return app.db.transaction([&](Transaction& tx) {
        return owned(pages::put_photo(tx, actor_of(request).account, picture));
    });
}

Response add_picture(App& app, const Request& request)
{
    const auto caption = caption_of(request);
    const auto picture = app.reencode(request.raw.body);
    return idempotent(app, request, [&](Transaction& tx) {
        const auto page = pages::add_picture(tx, actor_of(request).account, picture, caption);
        const auto path = "/v1/files/" + page.portfolio.back().id.text();
        return tagged(created(view(page), path), page.version);
    });
}

Response remove_picture(App& app, const Request& request)
{
    const auto id = path_id<FileId>(request, ":id");
    return app.db.transaction([&](Transaction& tx) {
        return owned(pages::remove_picture(tx, actor_of(request).account, id));
    });
}

std::vector<Route> page_routes()
{
    const auto upload = [](Route route) {
        route.place = http::Place::pictures;
        route.body_max = pages::upload_max;
        route.takes = Takes::picture;
        return route;
    };
    return {
        {"GET", "/v1/providers/:id", "show_provider", Who::anyone, show_provider},
        {"GET", "/v1/files/:id", "show_file", Who::anyone, show_file},
        {"GET", "/v1/me/page", "show_my_page", Who::provider, show_my_page},
        {"PUT", "/v1/me/page", "put_my_page", Who::provider, put_my_page},
        upload({"PUT", "/v1/me/page/photo", "put_photo", Who::provider, put_photo}),
        upload({"POST", "/v1/me/portfolio", "add_picture", Who::provider, add_picture, true}),
        {"DELETE", "/v1/me/portfolio/:id", "remove_picture", Who::provider, remove_picture},
    };
}

} // namespace api::market
