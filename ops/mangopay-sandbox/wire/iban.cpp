#include "ops/mangopay-sandbox/wire/iban.hpp"

#include <cctype>

namespace mangopay_sandbox {

namespace {

constexpr std::size_t length_min = 15;
constexpr std::size_t length_max = 34;
constexpr std::size_t shown_length = 4;

bool is_letter(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

int remainder_of_97(std::string_view text)
{
    int remainder = 0;
    for (const char c : text) {
        remainder = is_digit(c) ? remainder * 10 + (c - '0') : remainder * 100 + (c - 'A' + 10);
        remainder %= 97;
    }
    return remainder;
}

} // namespace

std::optional<std::string> parse_iban(std::string_view text)
{
    std::string iban;
    for (const char c : text) {
        if (c == ' ') continue;
        const auto upper = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        if (!is_letter(upper) && !is_digit(upper)) return {};
        iban += upper;
    }
    if (iban.size() < length_min || iban.size() > length_max) return {};
    if (!is_letter(iban[0]) || !is_letter(iban[1]) || !is_digit(iban[2]) || !is_digit(iban[3])) {
        return {};
    }
    if (iban.starts_with("FR") && iban.size() != 27) return {};
    if (remainder_of_97(iban.substr(4) + iban.substr(0, 4)) != 1) return {};
    return iban;
}

std::string masked(std::string_view account)
{
    if (account.size() <= shown_length) return std::string(account.size(), 'X');
    return std::string(account.size() - shown_length, 'X') +
           std::string(account.substr(account.size() - shown_length));
}

} // namespace mangopay_sandbox
