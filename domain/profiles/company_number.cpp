#include "domain/profiles/company_number.hpp"

#include <algorithm>
#include <map>
#include <regex>

namespace domain::profiles {

namespace {

constexpr std::string_view la_poste = "356000000";
constexpr std::string_view la_poste_head_office = "35600000000048";

bool are_digits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int digit(char c)
{
    return c - '0';
}

bool passes_luhn(std::string_view digits)
{
    int sum = 0;
    bool doubled = false;
    for (auto at = digits.rbegin(); at != digits.rend(); ++at, doubled = !doubled) {
        const int value = digit(*at) * (doubled ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
}

int sum_of(std::string_view digits)
{
    int sum = 0;
    for (const char c : digits)
        sum += digit(c);
    return sum;
}

/// VIES' own list of structures.
const std::map<std::string, std::regex, std::less<>>& vat_forms()
{
    static const std::map<std::string, std::regex, std::less<>> forms = [] {
        const std::map<std::string, std::string> texts = {
            {"AT", "U[0-9]{8}"},
            {"BE", "[01][0-9]{9}"},
            {"BG", "[0-9]{9,10}"},
            {"CY", "[0-9]{8}[A-Z]"},
            {"CZ", "[0-9]{8,10}"},
            {"DE", "[0-9]{9}"},
            {"DK", "[0-9]{8}"},
            {"EE", "[0-9]{9}"},
            {"EL", "[0-9]{9}"},
            {"ES", "[A-Z0-9][0-9]{7}[A-Z0-9]"},
            {"FI", "[0-9]{8}"},
            {"HR", "[0-9]{11}"},
            {"HU", "[0-9]{8}"},
            {"IE", "[0-9][A-Z0-9+*][0-9]{5}[A-Z]{1,2}"},
            {"IT", "[0-9]{11}"},
            {"LT", "([0-9]{9}|[0-9]{12})"},
            {"LU", "[0-9]{8}"},
            {"LV", "[0-9]{11}"},
            {"MT", "[0-9]{8}"},
            {"NL", "[0-9]{9}B[0-9]{2}"},
            {"PL", "[0-9]{10}"},
            {"PT", "[0-9]{9}"},
            {"RO", "[1-9][0-9]{1,9}"},
            {"SE", "[0-9]{12}"},
            {"SI", "[0-9]{8}"},
            {"SK", "[0-9]{10}"},
            {"XI", "([0-9]{9}|[0-9]{12}|(GD|HA)[0-9]{3})"},
        };
        std::map<std::string, std::regex, std::less<>> compiled;
        for (const auto& [country, text] : texts)
            compiled.emplace(country, std::regex(text));
        return compiled;
    }();
    return forms;
}

} // namespace

bool is_siren(std::string_view text)
{
    return text.size() == 9 && are_digits(text) && passes_luhn(text);
}

bool is_siret(std::string_view text)
{
    if (text.size() != 14 || !are_digits(text) || !is_siren(text.substr(0, 9))) return false;
    if (text.starts_with(la_poste) && text != la_poste_head_office) return sum_of(text) % 5 == 0;
    return passes_luhn(text);
}

bool is_french_vat_number(std::string_view text)
{
    if (text.size() != 13 || !text.starts_with("FR")) return false;
    const auto key = text.substr(2, 2);
    const auto siren = text.substr(4);
    if (!is_siren(siren)) return false;
    if (!are_digits(key)) {
        return std::all_of(key.begin(), key.end(), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z' && c != 'I' && c != 'O');
        });
    }
    const int expected = (12 + 3 * (std::stoi(std::string(siren)) % 97)) % 97;
    return std::stoi(std::string(key)) == expected;
}

std::string siren_in(std::string_view vat_number)
{
    constexpr std::size_t country_and_key = 4;
    if (!is_french_vat_number(vat_number)) return {};
    return std::string(vat_number.substr(country_and_key));
}

bool is_eu_vat_number(std::string_view text)
{
    if (text.starts_with("FR")) return is_french_vat_number(text);
    if (text.size() < 3) return false;
    const auto form = vat_forms().find(text.substr(0, 2));
    if (form == vat_forms().end()) return false;
    return std::regex_match(text.begin() + 2, text.end(), form->second);
}

} // namespace domain::profiles
