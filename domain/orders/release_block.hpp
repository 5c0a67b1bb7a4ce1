#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

#include "domain/core/words.hpp"
#include "domain/payees/hurdle.hpp"

namespace domain::orders {

/// The reason of a release whose documents could not be issued: what is wrong with them stands
/// beside it.
inline constexpr std::string_view invoices_cannot_be_written = "invoices_cannot_be_written";

/// Whether a release that waits for `reason` lets the client take its money back. Not for
/// documents: the work was done and accepted, and what they lack is ours to mend.
constexpr bool lets_the_client_go(std::string_view reason)
{
    return !reason.empty() && reason != invoices_cannot_be_written;
}

/// The reason of a release into an account that Mangopay lets no money enter.
inline constexpr std::string_view blocked_by_mangopay = "blocked_by_mangopay";

/// Before the code with which Mangopay refused the transfer: "mangopay_001001".
inline constexpr std::string_view refused_by_mangopay = "mangopay_";

constexpr bool is_refused_by_mangopay(std::string_view reason)
{
    return reason.starts_with(refused_by_mangopay) && reason != payees::mangopay_terms_not_accepted;
}

/// On whose side something is to be mended before a release goes on.
enum class Awaited : std::uint8_t { provider, client, marketplace };

inline constexpr Word<Awaited> awaited_words[] = {
    {Awaited::provider, "provider"},
    {Awaited::client, "client"},
    {Awaited::marketplace, "marketplace"},
};
inline constexpr Words all_awaited(awaited_words);

constexpr std::string_view name(Awaited awaited)
{
    return all_awaited.name(awaited);
}

/// A release that has waited so long for one reason is told to both sides.
inline constexpr std::chrono::minutes told_after{15};

/// What of an order waits for people.
enum class Waits : std::uint8_t {
    release_blocked, // for its provider to be payable, or for its documents
    invoices_wait,   // the money is released; what holds its documents up came after
};

inline constexpr Word<Waits> waits_words[] = {
    {Waits::release_blocked, "release_blocked"},
    {Waits::invoices_wait, "invoices_wait"},
};
inline constexpr Words all_waits(waits_words);

constexpr std::string_view name(Waits waits)
{
    return all_waits.name(waits);
}

} // namespace domain::orders
