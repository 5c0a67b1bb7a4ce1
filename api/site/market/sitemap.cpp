#include "api/site/market/sitemap.hpp"

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "api/site/frame/page_route.hpp"
#include "api/site/market/address.hpp"
#include "domain/pages/published.hpp"
#include "domain/services/published.hpp"

namespace api::site::market {

using namespace domain;
using frame::Href;

namespace {

/// Pages that are there whatever is published.
constexpr auto standing_pages = std::to_array<std::string_view>(
    {"/", "/services", "/become-a-provider", "/how-it-works", "/ranking", "/reviews-policy",
     "/legal-notice", "/terms", "/terms/terms", "/terms/invoicing_mandate", "/terms/privacy_notice",
     "/terms/mangopay_terms", "/privacy", "/cookies", "/accessibility", "/mediator", "/contact",
     "/licences"});

/// sitemaps.org takes 50,000 addresses in one list; each page has two, and a provider a page of
/// reviews.
constexpr int pages_max = 12'000;
constexpr int at_once = 100;

constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                  "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
                                  "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
constexpr std::string_view foot = "</urlset>\n";

/// The list, a piece at a time: providers, then services, as they stand when a piece is read.
class Sitemap {
public:
    explicit Sitemap(App& app) : app_(app) {}

    bool next(std::string& chunk)
    {
        chunk.clear();
        switch (part_) {
        case Part::standing: begin(chunk); return true;
        case Part::providers: add_providers(chunk); return true;
        case Part::services: add_services(chunk); return true;
        case Part::done: return false;
        }
        return false;
    }

private:
    enum class Part { standing, providers, services, done };

    void begin(std::string& chunk)
    {
        chunk = head;
        for (const auto path : standing_pages)
            add(chunk, Href::to(path), "");
        part_ = Part::providers;
    }

    void add_providers(std::string& chunk)
    {
        const auto found =
            app_.db.read([this](Transaction& tx) { return pages::published(tx, after_, at_once); });
        for (const auto& page : found) {
            const auto changed = to_text(day_in_paris(page.changed_at));
            add(chunk, provider_address(page.display_name, page.id), changed);
            if (page.rating_count > 0) // the page is there without any, and says nothing
                add(chunk, reviews_address(page.display_name, page.id), changed);
        }
        go_on(found, Part::services);
        if (chunk.empty()) add_services(chunk); // an empty piece would end the answer
    }

    void add_services(std::string& chunk)
    {
        const auto found = app_.db.read(
            [this](Transaction& tx) { return services::published(tx, after_, at_once); });
        for (const auto& service : found) {
            add(chunk, service_address(service.title, service.id),
                to_text(day_in_paris(service.changed_at)));
        }
        go_on(found, Part::done);
        if (part_ == Part::done) chunk += foot;
    }

    /// After a full piece comes another of the same kind, within what one list may hold.
    template <typename Published>
    void go_on(const std::vector<Published>& found, Part then)
    {
        left_ -= static_cast<int>(found.size());
        const bool is_last = std::ssize(found) < at_once || left_ < at_once;
        after_ = is_last ? "" : found.back().id.text();
        if (is_last) part_ = then;
    }

    void add(std::string& chunk, const Href& page, const std::string& changed) const
    {
        for (const auto language : {Language::fr, Language::en}) {
            chunk += "<url><loc>" + root() + page.in(language) + "</loc>";
            for (const auto twin : {Language::fr, Language::en}) {
                chunk.append("<xhtml:link rel=\"alternate\" hreflang=\"")
                    .append(name(twin))
                    .append("\" href=\"" + root() + page.in(twin) + "\"/>");
            }
            if (!changed.empty()) chunk += "<lastmod>" + changed + "</lastmod>";
            chunk += "</url>\n";
        }
    }

    const std::string& root() const { return app_.platform.web_url; }

    App& app_;
    Part part_ = Part::standing;
    std::string after_{};
    int left_ = pages_max;
};

Response sitemap(App& app, const Request&)
{
    Response response;
    response.media_type = "application/xml";
    response.headers = {{"cache-control", "public, max-age=3600"}};
    response.stream = [list = std::make_shared<Sitemap>(app)](std::string& chunk) {
        return list->next(chunk);
    };
    return response;
}

/// Pictures lie among the API's answers, which are nothing to list; nor are members' pages.
constexpr std::string_view rules = "User-agent: *\n"
                                   "Allow: /v1/files/\n"
                                   "Disallow: /v1/\n"
                                   "Disallow: /docs\n"
                                   "Disallow: /account\n"
                                   "Disallow: /en/account\n"
                                   "Disallow: /dashboard\n"
                                   "Disallow: /en/dashboard\n";

Response robots(App& app, const Request&)
{
    Response response;
    response.media_type = "text/plain; charset=utf-8";
    response.headers = {{"cache-control", "public, max-age=3600"}};
    response.bytes = rules;
    response.bytes += "\nSitemap: ";
    response.bytes += app.platform.web_url;
    response.bytes += "/sitemap.xml\n";
    return response;
}

} // namespace

std::vector<Route> sitemap_routes()
{
    return {frame::file_route("/sitemap.xml", "show_sitemap", sitemap),
            frame::file_route("/robots.txt", "show_robots", robots)};
}

} // namespace api::site::market
