#include "domain/scrubbing/number_spellings.hpp"

#include <algorithm>

namespace domain::scrubbing {

namespace {

constexpr std::string_view france = "33";
constexpr std::size_t french_size = 9; // digits of a national number, overseas too
constexpr std::size_t phone_min = 7;   // digits that tell people apart
constexpr std::size_t country_max = 3; // digits of a country's code (ITU-T E.164)
constexpr std::size_t siren_size = 9;
constexpr std::size_t day_size = 8;

/// "0612345678", "0033612345678", "+33 (0)612345678" -> "33612345678".
std::string international(std::string digits)
{
    if (digits.starts_with("00")) {
        digits.erase(0, 2);
    } else if (digits.starts_with("0")) {
        digits.replace(0, 1, france);
    }
    if (digits.starts_with("330")) digits.erase(france.size(), 1);
    return digits;
}

} // namespace

void add_phone(Gathered& keys, const std::string& phone)
{
    const auto whole = international(digits_of(phone));
    if (whole.size() < phone_min) return;
    const bool is_french = whole.starts_with(france) && whole.size() == france.size() + french_size;
    for (auto size = is_french ? french_size : phone_min; size <= whole.size(); ++size) {
        const auto last = whole.substr(whole.size() - size);
        keys.figures(last);
        keys.figures("0" + last);
    }
    keys.figures("00" + whole);
    for (std::size_t country = 1; country <= country_max; ++country) {
        const auto with_zero = whole.substr(0, country) + "0" + whole.substr(country);
        keys.figures(with_zero);
        keys.figures("00" + with_zero);
    }
}

void add_company_number(Gathered& keys, const std::string& number)
{
    keys.whole(number);
    const auto digits = digits_of(number);
    if (digits.size() < siren_size) return;
    keys.figures(digits);
    keys.figures(digits.substr(0, siren_size));
    keys.figures(digits.substr(digits.size() - siren_size));
}

void add_birth_date(Gathered& keys, const std::string& day)
{
    const auto digits = digits_of(day);
    if (digits.size() != day_size) return;
    const auto y = digits.substr(0, 4), m = digits.substr(4, 2), d = digits.substr(6);
    for (const auto& order : {y + m + d, d + m + y, m + d + y})
        keys.figures(order);
}

} // namespace domain::scrubbing
