#include "api/market/services.hpp"

#include <nlohmann/json.hpp>

#include "api/json/reader.hpp"
#include "api/json/views.hpp"
#include "api/market/facets.hpp"
#include "api/market/service_view.hpp"
#include "api/market/wanted_services.hpp"
#include "api/pipeline/entity_tags.hpp"
#include "api/pipeline/idempotent.hpp"
#include "domain/services/service_store.hpp"
#include "domain/services/services.hpp"

namespace api::market {

using namespace domain;
using nlohmann::json;

void write_offered_members(JsonWriter& out, const services::Offered& service)
{
    out.member("id", service.id.text())
        .member("title", service.title)
        .member("description", service.description)
        .member("city", service.city)
        .name("skills")
        .json(service.skills)
        .name("price");
    if (!service.price_minor) {
        out.null();
        return;
    }
    out.begin_object()
        .member("from", eur(*service.price_minor))
        .member("per", service.price_per)
        .end_object();
}

void write_offered(JsonWriter& out, const services::Offered& service)
{
    out.begin_object();
    write_offered_members(out, service);
    out.end_object();
}

namespace {

void write_found(JsonWriter& out, const services::Found& found)
{
    const auto photo =
        found.photo_id ? std::optional("/v1/files/" + found.photo_id->text()) : std::nullopt;
    out.begin_object();
    write_offered_members(out, found.service);
    out.name("provider")
        .begin_object()
        .member("id", found.provider_id.text())
        .member("display_name", found.display_name)
        .member("photo", photo)
        .name("rating")
        .json(rating_view(found.rating_sum, found.rating_count).dump())
        .end_object()
        .end_object();
}

json price_view(const services::Content& content)
{
    if (!content.price_from) return {};
    return {{"from", money_view(*content.price_from)}, {"per", content.price_per}};
}

json view(const services::Service& service)
{
    const auto& content = service.content;
    return {{"id", service.id.text()},
            {"title", content.title},
            {"description", content.description},
            {"city", content.city},
            {"skills", content.skills},
            {"price", price_view(content)},
            {"is_published", service.is_published}};
}

Response owned(const services::Service& service)
{
    return tagged(ok(view(service)), service.version);
}

void read_price(Reader& read, services::Content& content)
{
    read.object("price", [&](Reader& price) {
        content.price_from = price.money("from", 1, amount_max_minor);
        content.price_per =
            price.choice("per", {services::price_units.begin(), services::price_units.end()});
    });
}

services::Content read_content(Reader& read)
{
    services::Content content{.title = read.text("title", {3, 120}),
                              .description = read.text("description", {1, 5000, true}),
                              .city = read.text("city", {1, 100}),
                              .skills = read.texts("skills", services::skills_max, {1, 40})};
    read_price(read, content);
    return content;
}

/// JSON merge patch (RFC 7396): what is absent stays, `"price": null` takes the hint away.
services::Service patched(services::Service service, const json& body)
{
    Reader read(body);
    auto& content = service.content;
    content.title = read.maybe_text("title", {3, 120}).value_or(content.title);
    content.description =
        read.maybe_text("description", {1, 5000, true}).value_or(content.description);
    content.city = read.maybe_text("city", {1, 100}).value_or(content.city);
    auto skills = read.texts("skills", services::skills_max, {1, 40});
    if (read.has("skills")) content.skills = std::move(skills);
    if (body.contains("price")) {
        content.price_from.reset();
        content.price_per.clear();
    }
    read_price(read, content);
    service.is_published = read.flag("is_published", service.is_published);
    read.finish();
    return service;
}

} // namespace

Response search_services(App& app, const Request& request)
{
    const auto page = page_of(request);
    const auto wanted = wanted_services(request, page.after);
    auto found =
        app.db.read([&](Transaction& tx) { return services::search(tx, wanted, page.one_more()); });
    const auto next = cut(found, page, [](const auto& last) { return last.place(); });
    auto response = ok_text(page_text(found, next, write_found));
    response.headers = {{"cache-control", "public, max-age=30"}};
    return response;
}

Response show_service(App& app, const Request& request)
{
    const auto id = path_id<ServiceId>(request, ":id");
    const auto found = app.db.read([&](Transaction& tx) { return services::read_public(tx, id); });
    JsonWriter out;
    write_found(out, found);
    auto response = ok_text(out.take());
    response.headers = {{"cache-control", "public, max-age=60"}};
    return response;
}

Response list_my_services(App& app, const Request& request)
{
    const auto mine = app.db.read(
        [&](Transaction& tx) { return services::of_provider(tx, actor_of(request).account); });
    auto items = json::array();
    for (const auto& service : mine)
        items.push_back(view(service));
    return ok(page_view(std::move(items), {})); // services_max of them: one page
}

Response show_my_service(App& app, const Request& request)
{
    const auto id = path_id<ServiceId>(request, ":id");
    return app.db.read([&](Transaction& tx) {
        return owned(services::find_own(tx, actor_of(request).account, id));
    });
}

Response create_service(App& app, const Request& request)
{
    Reader read(request.body);
    const auto content = read_content(read);
    const bool is_published = read.flag("is_published", true);
    read.finish();
    return idempotent(app, request, [&](Transaction& tx) {
        const auto service = services::offer(tx, actor_of(request).account, content, is_published);
        return tagged(created(view(service), "/v1/me/services/" + service.id.text()),
                      service.version);
    });
}

Response change_service(App& app, const Request& request)
{
    const auto id = path_id<ServiceId>(request, ":id");
    return app.db.transaction([&](Transaction& tx) {
        auto service = services::find_own(tx, actor_of(request).account, id);
        service = patched(std::move(service), request.body);
        return owned(services::change(tx, expected_versions(request), service));
    });
}

Response remove_service(App& app, const Request& request)
{
    const auto id = path_id<ServiceId>(request, ":id");
    app.db.transaction(
        [&](Transaction& tx) { services::remove(tx, actor_of(request).account, id); });
    return no_content();
}

std::vector<Route> service_routes()
{
    return {
        {"GET", "/v1/services", "search_services", Who::anyone, search_services},
        {"GET", "/v1/services/facets", "show_facets", Who::anyone, show_facets},
        {"GET", "/v1/services/:id", "show_service", Who::anyone, show_service},
        {"POST", "/v1/services", "create_service", Who::provider, create_service, true},
        {"PATCH", "/v1/services/:id", "change_service", Who::provider, change_service},
        {"DELETE", "/v1/services/:id", "remove_service", Who::provider, remove_service},
        {"GET", "/v1/me/services", "list_my_services", Who::provider, list_my_services},
        {"GET", "/v1/me/services/:id", "show_my_service", Who::provider, show_my_service},
    };
}

} // namespace api::market
