#include "api/money/payments_context.hpp"

#include "domain/core/refused.hpp"

namespace api::money {

using namespace domain;

namespace {

constexpr std::size_t return_url_max = 200;

bool is_return_url(std::string_view url)
{
    for (const std::string_view start :
         {"https://", "http://127.0.0.1:", "http://127.0.0.1/", "http://localhost:"}) {
        if (!url.starts_with(start) || url.size() == start.size()) continue;
        return url.find_first_of(" \"<>\\^`{|}\n\r\t") == url.npos;
    }
    return false;
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
    if (!is_return_url(*given)) {
        read.complain("return_url",
                      {"Donnez une adresse https complète.", "Give a complete https address."});
    }
    return *given;
}

} // namespace api::money
