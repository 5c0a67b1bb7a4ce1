#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/reviews/lifecycle.hpp"

namespace domain::reviews {

/// On which side of the order the author stood: a client reviews the provider, a provider
/// the client.
enum class Side : std::uint8_t { client, provider };
std::string_view name(Side side);
std::optional<Side> parse_side(std::string_view text);

inline constexpr int rating_min = 1;
inline constexpr int rating_max = 5;
inline constexpr std::size_t text_min = 10; // code points
inline constexpr std::size_t text_max = 2000;

/// A rating with text by one side of a validated order about the other. Nobody edits it, not
/// even staff (NF ISO 20488): it is published, hidden or refused as a whole.
struct Review {
    ReviewId id;
    std::string order;
    std::optional<AccountId> author; // nothing once the account is gone
    Side author_side = Side::client;
    std::string signature; // the author's display name; its pseudonym once the account is gone
    std::string pseudonym;
    std::optional<AccountId> target; // the account that is reviewed; nothing once it is gone
    int rating = 0;
    std::optional<std::string> text; // nothing once the reviewed account is gone
    std::string experienced_on;      // ISO day on which the order was validated
    Instant published_at;
    State state = State::published;
    std::optional<std::string> reply{}; // of the reviewed account, given once while both are there
    std::optional<Instant> replied_at{};
};

/// How an author signs once its name is gone, the same on all its reviews of one side: "Client
/// 4kq7wdm2xzca", 60 bits of `keyed_hash`. When the hash is of account and side, nobody without the
/// product's keys can lead it back to the account, nor one side's to the other's.
std::string pseudonym_of(Side side, std::string_view keyed_hash);

} // namespace domain::reviews
