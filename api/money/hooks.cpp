#include "api/money/hooks.hpp"

#include <charconv>

#include "domain/access/security_event.hpp"
#include "domain/core/crypto.hpp"
#include "payments/hooks/hooks.hpp"

namespace api::money {

using namespace domain;

namespace {

std::int64_t seconds_in(std::string_view text)
{
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Mangopay's calls are unsigned: the path is the secret, and the call only a hint to look.
/// One insert, then 200; if that fails Mangopay calls again.
Response hook(App& app, const Request& request)
{
    const auto secret = request.raw.capture(":secret");
    if (app.hook_secret.empty() || !equal_in_constant_time(secret, app.hook_secret)) {
        throw access::SecurityRefusal(access::SecurityEvent::hook_refused, not_found());
    }
    if (request.raw.method == "HEAD")
        return ok({{"received", false}}); // only asks whether we are there
    const auto type = request.raw.parameter("EventType").value_or("");
    const auto resource = request.raw.parameter("RessourceId").value_or(""); // their spelling
    const auto date = seconds_in(request.raw.parameter("Date").value_or("0"));
    app.db.transaction([&](Transaction& tx) {
        payments::hooks::received(tx, type, payments::ResourceId(std::string(resource)), date);
    });
    return ok({{"received", true}});
}

} // namespace

std::vector<Route> hook_routes()
{
    return {{"GET", "/hooks/mangopay/:secret", "mangopay_hook", Who::hook, hook}};
}

} // namespace api::money
