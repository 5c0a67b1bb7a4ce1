#include "api/money/payments_context.hpp"

#include <algorithm>

#include "domain/core/refused.hpp"

namespace api::money {

using namespace domain;

namespace {

constexpr std::size_t return_url_max = 200;

/// "https://shop.example:444/orders?x" -> "https://shop.example:444"
std::string_view origin_of(std::string_view url)
{
    const auto host = url.find("://");
    if (host == url.npos) return {};
    return url.substr(0, url.find_first_of("/?#", host + 3));
}

/// Only back to the web site, or to a page that may use its cookies: Mangopay sends people there.
bool is_return_url(const App& app, std::string_view url)
{
    const auto origin = origin_of(url);
    const bool is_ours = origin == origin_of(app.platform.web_url) ||
                         std::ranges::find(app.web_origins, origin) != app.web_origins.end();
    return is_ours && url.find_first_of(" \"<>\\^`{|}\n\r\t") == url.npos;
}

} // namespace

payments::flows::Context payments_context(App& app)
{
    if (app.gateway != nullptr) return {app.db, *app.gateway};
    throw Refused(Refusal::upstream_unavailable, {"Le service de paiement n'est pas disponible.",
                                                  "The payment service is not available."});
}

std::string return_url_of(Reader& read, const App& app, const std::string& otherwise)
{
    const auto given = read.maybe_text("return_url", {1, return_url_max});
    if (!given) return app.platform.web_url + otherwise;
    if (!is_return_url(app, *given)) {
        const auto ours = std::string(origin_of(app.platform.web_url));
        read.complain("return_url", {"Donnez une adresse de ce site, comme " + ours + "/orders.",
                                     "Give an address of this site, such as " + ours + "/orders."});
    }
    return *given;
}

} // namespace api::money
