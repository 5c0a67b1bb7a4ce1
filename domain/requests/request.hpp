#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/core/money.hpp"
#include "domain/requests/lifecycle.hpp"

namespace domain::requests {

inline constexpr std::size_t recipients_max = 10;

/// What a client needs, in its own words.
struct Need {
    std::string text;
    std::optional<Money> budget{};
    std::optional<Day> wanted_by{};
    std::optional<ServiceId> service{}; // the offer that gave the idea
};

struct Recipient {
    AccountId provider;
    std::optional<Instant> refused_at{};
};

struct Request {
    RequestId id;
    AccountId client;
    State state = State::open;
    std::optional<Need> need{}; // nothing: its author is gone
    std::vector<Recipient> recipients{};
    Instant sent_at{};
    Instant expires_at{};
    std::int64_t version = 1;

    const Recipient* recipient(const AccountId& provider) const;
    bool is_last_recipient(const AccountId& provider) const; // all others have refused
};

/// The request after `action`; refuses what the lifecycle does not allow.
Request advanced(Request request, Action action, Party by);

/// The need as it is sealed, and back.
std::string written(const Need& need);
Need need_in(std::string_view text);

} // namespace domain::requests
