#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "domain/accounts/account.hpp"

namespace domain::access {

/// How a session's token travels: a cookie for the web site, a bearer token for programs.
enum class Channel { cookie, bearer };
std::string_view name(Channel channel);
std::optional<Channel> parse_channel(std::string_view text);

/// A session as its owner may see it in the list.
struct Session {
    SessionId id;
    bool is_current = false; // the one that asks
    Channel channel = Channel::bearer;
    bool second_factor = false;
    std::string user_agent;
    Instant created_at, last_seen_at, expires_at;
};

/// What a new session's owner is told, once: only hashes are kept.
struct OpenedSession {
    SessionId id;
    AccountId account;
    Channel channel = Channel::bearer;
    std::string token;
    std::string csrf_token; // to be sent as X-CSRF-Token with the cookie
    bool second_factor = false;
    Instant expires_at;
};

/// No session lives longer, used or not.
inline constexpr std::chrono::days session_at_most{30};

/// A session nobody used for so long has ended.
std::chrono::seconds idle_at_most(Channel channel);

bool has_ended(Channel channel, Instant last_seen, Instant expires, Instant now);

} // namespace domain::access
