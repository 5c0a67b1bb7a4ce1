#include "invoicing/law/territory.hpp"

#include <algorithm>
#include <array>
#include <type_traits>

namespace invoicing::law {

using domain::Country;

namespace {

constexpr auto france = Country::of("FR");
constexpr auto monaco = Country::of("MC");

struct Member {
    Country country;
    std::string_view scheme;
};

constexpr std::array<Member, 26> other_members{{
    {Country::of("AT"), "9914"}, {Country::of("BE"), "9925"}, {Country::of("BG"), "9926"},
    {Country::of("CY"), "9928"}, {Country::of("CZ"), "9929"}, {Country::of("DE"), "9930"},
    {Country::of("DK"), "0184"}, {Country::of("EE"), "9931"}, {Country::of("ES"), "9920"},
    {Country::of("FI"), "0213"}, {Country::of("GR"), "9933"}, {Country::of("HR"), "9934"},
    {Country::of("HU"), "9910"}, {Country::of("IE"), "9935"}, {Country::of("IT"), "0211"},
    {Country::of("LT"), "9937"}, {Country::of("LU"), "9938"}, {Country::of("LV"), "9939"},
    {Country::of("MT"), "9943"}, {Country::of("NL"), "9944"}, {Country::of("PL"), "9945"},
    {Country::of("PT"), "9946"}, {Country::of("RO"), "9947"}, {Country::of("SE"), "9955"},
    {Country::of("SI"), "9949"}, {Country::of("SK"), "9950"},
}};

template <typename T>
constexpr bool is_one_of(const T& value, std::initializer_list<std::type_identity_t<T>> list)
{
    return std::ranges::find(list, value) != list.end();
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
    return address.country == france || address.country == monaco;
}

Territory territory_of(const Address& address)
{
    const auto& country = address.country;
    if (country == monaco) return Territory::metropolitan_france;
    if (country == france) return french_territory(address.postcode);
    if (is_one_of(country, {Country::of("GP"), Country::of("MQ"), Country::of("RE")}))
        return Territory::antilles_reunion;
    if (is_one_of(country, {Country::of("GF"), Country::of("YT")}))
        return Territory::guyane_mayotte;
    const bool is_member =
        std::ranges::find(other_members, country, &Member::country) != other_members.end();
    return is_member ? Territory::other_eu : Territory::outside_eu;
}

std::optional<std::string_view> vat_number_scheme(const Country& country)
{
    const auto* member = std::ranges::find(other_members, country, &Member::country);
    if (member == other_members.end()) return {};
    return member->scheme;
}

} // namespace invoicing::law
