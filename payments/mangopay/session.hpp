#pragma once

#include <mutex>
#include <string>

#include "domain/core/instant.hpp"
#include "payments/mangopay/budget.hpp"
#include "payments/mangopay/http.hpp"

namespace payments::mangopay {

struct Credentials {
    std::string base_url; // "https://api.mangopay.com"
    std::string client_id, api_key;
};

/// Authenticated calls to Mangopay: one token for all threads, fetched by one of them while
/// the others wait, renewed before it ends.
class Session {
public:
    /// `clock` tells when a token ends; it may be the system's.
    Session(Credentials credentials, Http http, domain::Clock clock);

    /// One call below /v2.01/{ClientId}. A bearer that Mangopay refuses is renewed and the
    /// call repeated, once (it refuses valid ones now and then). The 401 that asks the user
    /// for strong authentication is an answer, not a refusal. `key` is the Idempotency-Key.
    HttpAnswer call(const std::string& method, const std::string& path,
                    const std::string& body = {}, const std::string& key = {});

    const Budget& budget() const { return budget_; }

private:
    struct Token {
        std::string bearer;
        domain::Instant renew_at;
    };

    /// A bearer other than `refused`, or "" with `failed` filled when there is none.
    std::string bearer(const std::string& refused, HttpAnswer& failed);
    HttpAnswer fetch();

    Credentials credentials_;
    Http http_;
    domain::Clock clock_;
    Budget budget_;
    std::mutex mutex_;
    Token token_;
};

/// Whether `answer` is Mangopay's way of asking for strong customer authentication.
bool asks_for_authentication(const HttpAnswer& answer);

} // namespace payments::mangopay
