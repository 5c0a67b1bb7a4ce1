#include "payments/mangopay/session.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>

#include "domain/core/crypto.hpp"

namespace payments::mangopay {

using nlohmann::json;

namespace {

// Renewed this long before its end: a call in flight must not lose its token.
constexpr std::chrono::seconds margin{60};

} // namespace

bool asks_for_authentication(const HttpAnswer& answer)
{
    return answer.status == 401 &&
           answer.header("www-authenticate").starts_with("PendingUserAction");
}

Session::Session(Credentials credentials, Http http, domain::Clock clock)
    : credentials_(std::move(credentials)), http_(std::move(http)), clock_(std::move(clock))
{
}

HttpAnswer Session::fetch()
{
    const auto basic = domain::to_base64(credentials_.client_id + ":" + credentials_.api_key);
    return http_({"POST",
                  credentials_.base_url + "/v2.01/oauth/token",
                  "grant_type=client_credentials",
                  {{"Authorization", "Basic " + basic},
                   {"Content-Type", "application/x-www-form-urlencoded"}}});
}

std::string Session::bearer(const std::string& refused, HttpAnswer& failed)
{
    // Held while fetching: whoever else needs a token waits for this one.
    const std::lock_guard lock(mutex_);
    const auto now = clock_();
    if (!token_.bearer.empty() && token_.bearer != refused && now < token_.renew_at) {
        return token_.bearer;
    }
    token_ = {};
    auto answer = fetch();
    const auto body = json::parse(answer.body, nullptr, false);
    const bool usable = answer.status == 200 && body.is_object() && body.contains("access_token") &&
                        body["access_token"].is_string();
    if (!usable) {
        // Whatever it says: without a token nothing was sent, or what was sent was refused (401).
        failed = {0, {}, {}, "no token (" + std::to_string(answer.status) + ")", false};
        return {};
    }
    const auto lasts = body.contains("expires_in") && body["expires_in"].is_number()
                           ? std::chrono::seconds(body["expires_in"].get<std::int64_t>())
                           : std::chrono::seconds{0};
    token_ = {body["access_token"].get<std::string>(), now + std::max(lasts - margin, lasts / 2)};
    return token_.bearer;
}

HttpAnswer Session::call(const std::string& method, const std::string& path,
                         const std::string& body, const std::string& key)
{
    HttpAnswer answer;
    std::string refused;
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto token = bearer(refused, answer);
        if (token.empty()) return answer;
        HttpRequest request{method,
                            credentials_.base_url + "/v2.01/" + credentials_.client_id + path,
                            body,
                            {{"Authorization", "Bearer " + token}, {"Accept", "application/json"}}};
        if (method != "GET") request.headers.emplace_back("Content-Type", "application/json");
        if (!key.empty()) request.headers.emplace_back("Idempotency-Key", key);
        answer = http_(request);
        budget_.note(answer.headers);
        if (answer.status != 401 || asks_for_authentication(answer)) return answer;
        refused = token;
    }
    return answer;
}

} // namespace payments::mangopay
