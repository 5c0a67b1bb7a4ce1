#include "domain/core/id.hpp"

#include <algorithm>

#include "domain/core/crypto.hpp"

namespace domain {

namespace {

constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's
constexpr std::size_t time_length = 10;
constexpr std::size_t suffix_length = 26;

} // namespace

std::string fresh_suffix(Instant now)
{
    std::string text(suffix_length, '0');
    auto millis = static_cast<std::uint64_t>(
        std::chrono::floor<std::chrono::milliseconds>(now).time_since_epoch().count());
    for (std::size_t i = time_length; i-- > 0; millis >>= 5) text[i] = alphabet[millis & 31];
    const auto chance = random_bytes(suffix_length - time_length);
    for (std::size_t i = time_length; i < suffix_length; ++i) {
        text[i] = alphabet[static_cast<unsigned char>(chance[i - time_length]) & 31];
    }
    return text;
}

bool is_suffix(std::string_view text)
{
    return text.size() == suffix_length &&
           std::ranges::all_of(text, [](char c) { return alphabet.find(c) != alphabet.npos; });
}

} // namespace domain
