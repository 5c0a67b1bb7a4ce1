#include "domain/reviews/review.hpp"

#include "domain/core/crypto.hpp"
#include "domain/core/words.hpp"

namespace domain::reviews {

std::string_view name(Side side)
{
    switch (side) {
    case Side::client: return "client";
    case Side::provider: return "provider";
    }
    return "unknown";
}

std::optional<Side> parse_side(std::string_view text)
{
    return named<Side>(text);
}

std::string pseudonym_of(Side side, std::string_view keyed_hash)
{
    constexpr std::string_view base32 = "abcdefghijklmnopqrstuvwxyz234567"; // RFC 4648, small
    constexpr std::size_t shown = 12;
    std::string pseudonym = side == Side::client ? "Client " : "Pro ";
    const auto bytes = sha256(keyed_hash);
    for (std::size_t i = 0; i < shown; ++i) {
        // 256 is a multiple of 32: every character is as likely as any other.
        pseudonym += base32[static_cast<unsigned char>(bytes[i]) % base32.size()];
    }
    return pseudonym;
}

} // namespace domain::reviews
