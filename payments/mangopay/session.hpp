#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "domain/core/instant.hpp"
#include "payments/mangopay/budget.hpp"
#include "payments/mangopay/http.hpp"
#include "payments/mangopay/last_answer.hpp"

namespace payments::mangopay {

struct Credentials {
    std::string base_url; // "https://api.mangopay.com"
    std::string client_id, api_key;
};

/// Real time, which no clock of ours stops or turns back.
using Ticks = std::function<std::chrono::steady_clock::time_point()>;

/// Authenticated calls to Mangopay: one token for all threads, fetched by one of them while
/// the others wait, renewed before it ends. A failure to get one is remembered: nobody else waits
/// for it, and one caller tries again after a pause.
class Session {
public:
    /// `clock` tells when a token ends, `ticks` when a pause does.
    Session(Credentials credentials, Http http, domain::Clock clock,
            Ticks ticks = std::chrono::steady_clock::now);

    /// Other credentials and another line from the next call on; calls under way end on theirs.
    void renew(Credentials credentials, Http http);

    /// One call below /v2.01/{ClientId}. A bearer that Mangopay refuses is renewed and the
    /// call repeated, once (it refuses valid ones now and then). The 401 that asks the user
    /// for strong authentication is an answer, not a refusal. `key` is the Idempotency-Key.
    HttpAnswer call(const std::string& method, const std::string& path,
                    const std::string& body = {}, const std::string& key = {});

    const Budget& budget() const { return budget_; }

    std::optional<Heard> last_heard() const { return last_answer_.heard(); }

    /// After this long, one caller tries again to get a token.
    static constexpr std::chrono::seconds pause{1};

private:
    struct Line {
        Credentials credentials;
        Http http;
    };
    struct Token {
        std::string bearer;
        domain::Instant renew_at;
    };
    struct Failure {
        std::string why;
        std::chrono::steady_clock::time_point try_again_at;
    };
    /// A line and a token that was given on it; without a bearer, `failure` says why.
    struct Pass {
        std::shared_ptr<const Line> line;
        std::string bearer, failure;
    };

    /// With a bearer other than `refused`.
    Pass pass(const std::string& refused);
    /// Asks for a token while nobody else does. Holds `lock` before and after, not meanwhile.
    void fetch(std::unique_lock<std::mutex>& lock);
    void take(const HttpAnswer& answer);

    domain::Clock clock_;
    Ticks ticks_;
    Budget budget_;
    LastAnswer last_answer_;
    std::mutex mutex_;
    std::condition_variable fetched_;
    std::shared_ptr<const Line> line_;
    Token token_;
    std::optional<Failure> failure_; // of the last attempt
    bool is_fetching_ = false;
};

/// Whether `answer` is Mangopay's way of asking for strong customer authentication.
bool asks_for_authentication(const HttpAnswer& answer);

} // namespace payments::mangopay
