#include "domain/core/country.hpp"

#include "domain/core/check.hpp"

namespace domain {

namespace {

constexpr char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

} // namespace

std::optional<Country> Country::parse(std::string_view code)
{
    if (code.size() != 2) return {};
    const std::array<char, 2> capitals = {upper(code[0]), upper(code[1])};
    const std::string_view text(capitals.data(), capitals.size());
    if (!is_assigned(text)) return {};
    return Country(text);
}

Country Country::kept(std::string_view code)
{
    if (code.empty()) return {};
    check(code.size() == 2, "a country that was kept has two letters");
    return Country(code);
}

} // namespace domain
