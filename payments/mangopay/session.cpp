#include "payments/mangopay/session.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <exception>

#include "domain/core/crypto.hpp"

namespace payments::mangopay {

using nlohmann::json;

namespace {

// Renewed this long before its end: a call in flight must not lose its token.
constexpr std::chrono::seconds margin{60};

HttpAnswer token_answer(const Credentials& credentials, const Http& http)
{
    const auto basic = domain::to_base64(credentials.client_id + ":" + credentials.api_key);
    return http({"POST",
                 credentials.base_url + "/v2.01/oauth/token",
                 "grant_type=client_credentials",
                 {{"Authorization", "Basic " + basic},
                  {"Content-Type", "application/x-www-form-urlencoded"}}});
}

} // namespace

bool asks_for_authentication(const HttpAnswer& answer)
{
    return answer.status == 401 &&
           answer.header("www-authenticate").starts_with("PendingUserAction");
}

Session::Session(Credentials credentials, Http http, domain::Clock clock, Ticks ticks)
    : clock_(std::move(clock)),
      ticks_(std::move(ticks)),
      line_(std::make_shared<const Line>(Line{std::move(credentials), std::move(http)}))
{
}

void Session::renew(Credentials credentials, Http http)
{
    const std::lock_guard lock(mutex_);
    line_ = std::make_shared<const Line>(Line{std::move(credentials), std::move(http)});
    token_ = {};
    failure_.reset();
}

Session::Pass Session::pass(const std::string& refused)
{
    std::unique_lock lock(mutex_);
    for (;;) {
        const bool is_fit = !token_.bearer.empty() && token_.bearer != refused;
        if (is_fit && clock_() < token_.renew_at) return {line_, token_.bearer, {}};
        if (failure_ && (is_fetching_ || ticks_() < failure_->try_again_at))
            return {line_, {}, failure_->why};
        if (is_fetching_) {
            fetched_.wait(lock);
            continue;
        }
        fetch(lock);
        if (failure_) return {line_, {}, failure_->why};
        if (!token_.bearer.empty()) return {line_, token_.bearer, {}};
    } // once more: the line was renewed meanwhile
}

void Session::fetch(std::unique_lock<std::mutex>& lock)
{
    const auto line = line_;
    token_ = {};
    is_fetching_ = true;
    lock.unlock();
    const auto asked_at = clock_();
    HttpAnswer answer;
    try {
        answer = token_answer(line->credentials, line->http);
    } catch (const std::exception& unfit) { // whoever waits must not wait for ever
        answer.trouble = unfit.what();
    }
    last_answer_.note(asked_at, answer);
    lock.lock();
    is_fetching_ = false;
    if (line == line_) take(answer); // else it is about a line that is no longer in use
    fetched_.notify_all();
}

void Session::take(const HttpAnswer& answer)
{
    const auto body = json::parse(answer.body, nullptr, false);
    const bool usable = answer.status == 200 && body.is_object() && body.contains("access_token") &&
                        body["access_token"].is_string();
    if (!usable) {
        failure_ = {"no token (" + std::to_string(answer.status) + ")", ticks_() + pause};
        return;
    }
    const auto lasts = body.contains("expires_in") && body["expires_in"].is_number()
                           ? std::chrono::seconds(body["expires_in"].get<std::int64_t>())
                           : std::chrono::seconds{0};
    token_ = {body["access_token"].get<std::string>(),
              clock_() + std::max(lasts - margin, lasts / 2)};
    failure_.reset();
}

HttpAnswer Session::call(const std::string& method, const std::string& path,
                         const std::string& body, const std::string& key)
{
    HttpAnswer answer;
    std::string refused;
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto [line, bearer, failure] = pass(refused);
        // Whatever it says: without a token nothing was sent, or what was sent was refused (401).
        if (bearer.empty()) return {0, {}, {}, failure, false};
        const auto& credentials = line->credentials;
        HttpRequest request{
            method,
            credentials.base_url + "/v2.01/" + credentials.client_id + path,
            body,
            {{"Authorization", "Bearer " + bearer}, {"Accept", "application/json"}}};
        if (method != "GET") request.headers.emplace_back("Content-Type", "application/json");
        if (!key.empty()) request.headers.emplace_back("Idempotency-Key", key);
        const auto asked_at = clock_();
        answer = line->http(request);
        budget_.note(answer.headers);
        last_answer_.note(asked_at, answer);
        if (answer.status != 401 || asks_for_authentication(answer)) return answer;
        refused = bearer;
    }
    return answer;
}

} // namespace payments::mangopay
