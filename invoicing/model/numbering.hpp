#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/core/instant.hpp"
#include "domain/core/refused.hpp"
#include "invoicing/model/issuer.hpp"

namespace invoicing {

/// Where a line of numbers stands. Numbers start again at 1 each year; the year is in the
/// number, and the chain of hashes goes on across years.
struct Series {
    std::string series; // "P7K3QF", "EC"
    Issuer issuer = Issuer::platform();
    std::int64_t year = 0;
    std::int64_t last_n = 0;
    domain::Instant last_issued_at{};
    std::int64_t positions = 0; // entries of the chain
    std::string last_hash;
    domain::Instant
        accepted_until{}; // its date, ahead of the time as it is, that two people accepted
    auto fields()
    {
        return std::tie(series, issuer, year, last_n, last_issued_at, positions, last_hash,
                        accepted_until);
    }
};

/// One number taken from a series.
struct NumberTaken {
    std::int64_t year = 0;
    std::int64_t n = 0;
    domain::Instant at{}; // never before the number before it
};

/// How far ahead of the time a series may be dated: the clocks of several machines differ.
inline constexpr std::chrono::minutes ahead_max{5};

/// Why nothing can be numbered in it now, "series_ahead": it is dated ahead of the time, by a clock
/// that was wrong once, and nobody has accepted that its documents go on with that date.
std::optional<domain::FieldError> series_ahead(const Series& series, domain::Instant now);

/// The next number of a series that the caller holds locked: chronological and without gap
/// (CGI ann. II 242 nonies A I-7°), whatever the clock does. Refuses (action_unavailable) while the
/// series is ahead.
NumberTaken next_number(const Series& series, domain::Instant now);

/// "P7K3QF-2026-000001": at most 35 of A-Z a-z 0-9 + - _ / (BR-FR-01, BR-FR-02).
std::string invoice_number(std::string_view series, const NumberTaken& taken);

bool is_invoice_number(std::string_view text);

/// The prefix of a provider's own series: six characters that tell nothing about the
/// provider. `attempt` finds another one when it is taken.
std::string provider_series(const Issuer& provider, int attempt);

} // namespace invoicing
