#include "api/site/frame/spelled.hpp"

#include <array>
#include <string_view>

namespace api::site::frame {

using namespace domain;

namespace {

constexpr std::size_t group = 3;

struct Manner {
    std::string_view thousands, point;
    std::array<std::string_view, 12> months;
};

const Manner& manner_in(Language language)
{
    static const Manner french = {"\u202f",
                                  ",",
                                  {"janvier", "février", "mars", "avril", "mai", "juin", "juillet",
                                   "août", "septembre", "octobre", "novembre", "décembre"}};
    static const Manner english = {",",
                                   ".",
                                   {"January", "February", "March", "April", "May", "June", "July",
                                    "August", "September", "October", "November", "December"}};
    return language == Language::fr ? french : english;
}

/// Digits in groups of three.
std::string grouped(std::string_view digits, std::string_view between)
{
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const bool begins = i > 0 && (digits.size() - i) % group == 0;
        if (begins) text += between;
        text += digits[i];
    }
    return text;
}

} // namespace

std::string spelled(std::int64_t number, Language language)
{
    const auto digits = std::to_string(number);
    const bool is_negative = digits.starts_with('-');
    return (is_negative ? "-" : "") + grouped(std::string_view(digits).substr(is_negative ? 1 : 0),
                                              manner_in(language).thousands);
}

std::string spelled(Money sum, Language language)
{
    const auto& manner = manner_in(language);
    std::string_view sign;
    const auto exact = decimal(sum);
    std::string_view rest = exact;
    if (rest.starts_with('-')) {
        sign = "-";
        rest.remove_prefix(1);
    }
    const auto point = rest.find('.');
    auto figures = grouped(rest.substr(0, point), manner.thousands);
    figures.append(manner.point).append(rest.substr(point + 1));
    if (language == Language::fr) return std::string(sign) + figures + "\u00a0€";
    return std::string(sign) + "€" + figures;
}

std::string spelled(Day day, Language language)
{
    const auto number = static_cast<unsigned>(day.day());
    const auto month = manner_in(language).months.at(static_cast<unsigned>(day.month()) - 1);
    const bool is_first = number == 1 && language == Language::fr;
    return std::to_string(number) + (is_first ? "er" : "") + "\u00a0" + std::string(month) +
           "\u00a0" + std::to_string(static_cast<int>(day.year()));
}

std::string spelled_moment(Instant at, Language language)
{
    const std::string_view between = language == Language::fr ? " à " : " at ";
    return spelled(day_in_paris(at), language) + std::string(between) + time_in_paris(at);
}

} // namespace api::site::frame
