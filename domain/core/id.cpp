#include "domain/core/id.hpp"

#include <algorithm>
#include <array>
#include <mutex>

#include "domain/core/crypto.hpp"

namespace domain {

namespace {

constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's
constexpr std::size_t time_length = 10;
constexpr std::size_t count_length = 4;
constexpr std::size_t suffix_length = 26;

void spell(std::string& text, std::size_t from, std::size_t length, std::uint64_t number)
{
    for (std::size_t i = from + length; i-- > from; number >>= 5)
        text[i] = alphabet[number & 31];
}

/// Ids made one after the other sort one after the other, even within a millisecond: events
/// of one subject are done in that order.
std::uint64_t count_within(std::uint64_t millis)
{
    static std::mutex mutex;
    static std::uint64_t current = 0;
    static std::uint64_t count = 0;
    const std::lock_guard lock(mutex);
    count = millis == current ? count + 1 : 0;
    current = millis;
    return count;
}

} // namespace

std::string fresh_suffix(Instant now)
{
    std::string text(suffix_length, '0');
    const auto millis = static_cast<std::uint64_t>(
        std::chrono::floor<std::chrono::milliseconds>(now).time_since_epoch().count());
    spell(text, 0, time_length, millis);
    spell(text, time_length, count_length, count_within(millis));
    const auto chance = random_bytes(suffix_length);
    for (std::size_t i = time_length + count_length; i < suffix_length; ++i) {
        text[i] = alphabet[static_cast<unsigned char>(chance[i]) & 31];
    }
    return text;
}

bool is_suffix(std::string_view text)
{
    static constexpr auto is_in_alphabet = [] {
        std::array<bool, 256> table{};
        for (const char c : alphabet)
            table.at(static_cast<unsigned char>(c)) = true;
        return table;
    }();
    return text.size() == suffix_length && std::ranges::all_of(text, [](char c) {
               return is_in_alphabet[static_cast<unsigned char>(c)];
           });
}

} // namespace domain
