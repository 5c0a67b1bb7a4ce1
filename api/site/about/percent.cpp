#include "api/site/about/percent.hpp"

namespace api::site::about {

std::string percent(domain::BasisPoints rate, domain::Language language)
{
    constexpr std::int64_t whole = 100; // basis points in a percent
    const bool is_french = language == domain::Language::fr;
    auto text = std::to_string(rate.value / whole);
    if (const auto rest = rate.value % whole; rest != 0) {
        auto digits = std::to_string(whole + rest).substr(1);
        if (digits.back() == '0') digits.pop_back();
        text += (is_french ? "," : ".") + digits;
    }
    return text + (is_french ? "\u00a0%" : "%");
}

} // namespace api::site::about
