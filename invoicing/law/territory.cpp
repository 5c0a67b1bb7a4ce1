#include "invoicing/law/territory.hpp"

#include <algorithm>
#include <array>

namespace invoicing::law {

namespace {

struct Member {
    std::string_view country;
    std::string_view scheme;
};

constexpr std::array<Member, 26> other_members{{
    {"AT", "9914"}, {"BE", "9925"}, {"BG", "9926"}, {"CY", "9928"}, {"CZ", "9929"}, {"DE", "9930"},
    {"DK", "0184"}, {"EE", "9931"}, {"ES", "9920"}, {"FI", "0213"}, {"GR", "9933"}, {"HR", "9934"},
    {"HU", "9910"}, {"IE", "9935"}, {"IT", "0211"}, {"LT", "9937"}, {"LU", "9938"}, {"LV", "9939"},
    {"MT", "9943"}, {"NL", "9944"}, {"PL", "9945"}, {"PT", "9946"}, {"RO", "9947"}, {"SE", "9955"},
    {"SI", "9949"}, {"SK", "9950"},
}};

constexpr bool is_one_of(std::string_view text, std::initializer_list<std::string_view> list)
{
    return std::ranges::find(list, text) != list.end();
}

Territory french_territory(std::string_view postcode)
{
    const auto start = postcode.substr(0, 3);
    if (is_one_of(start, {"971", "972", "974"})) {
        // Saint-Barthélemy and Saint-Martin keep Guadeloupe's digits but left its VAT.
        if (is_one_of(postcode, {"97133", "97150"})) return Territory::outside_eu;
        return Territory::antilles_reunion;
    }
    if (is_one_of(start, {"973", "976"})) return Territory::guyane_mayotte;
    if (is_one_of(start, {"975", "977", "978", "984", "986", "987", "988"})) {
        return Territory::outside_eu;
    }
    return Territory::metropolitan_france;
}

} // namespace

bool is_french(const Address& address)
{
    return address.country == "FR" || address.country == "MC";
}

Territory territory_of(const Address& address)
{
    const std::string_view country = address.country;
    if (country == "MC") return Territory::metropolitan_france;
    if (country == "FR") return french_territory(address.postcode);
    if (is_one_of(country, {"GP", "MQ", "RE"})) return Territory::antilles_reunion;
    if (is_one_of(country, {"GF", "YT"})) return Territory::guyane_mayotte;
    const bool is_member =
        std::ranges::find(other_members, country, &Member::country) != other_members.end();
    return is_member ? Territory::other_eu : Territory::outside_eu;
}

std::optional<std::string_view> vat_number_scheme(std::string_view country)
{
    const auto* member = std::ranges::find(other_members, country, &Member::country);
    if (member == other_members.end()) return {};
    return member->scheme;
}

} // namespace invoicing::law
