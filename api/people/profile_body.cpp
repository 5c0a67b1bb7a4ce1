#include "api/people/profile_body.hpp"

#include <nlohmann/json.hpp>

#include "domain/profiles/company_number.hpp"
#include "domain/profiles/country.hpp"

namespace api::people {

using namespace domain;
using nlohmann::json;

namespace {

constexpr std::string_view unknown_country_fr = "Un code de pays ISO à deux lettres est attendu.";

std::string maybe(Reader& reader, std::string_view field, std::size_t most)
{
    return reader.maybe_text(field, {.least = 1, .most = most}).value_or("");
}

std::string maybe_country(Reader& reader, std::string_view field)
{
    auto code = maybe(reader, field, 2);
    if (code.empty() || profiles::is_country(code)) return code;
    reader.complain(
        field, {std::string(unknown_country_fr), "A two-letter ISO country code is expected."});
    return {};
}

std::string maybe_birth_date(Reader& reader, int minimum_age, Day today)
{
    const auto day = reader.maybe_day("birth_date");
    if (!day) return {};
    constexpr int oldest = 130;
    const int age = profiles::age_on(*day, today);
    if (age >= minimum_age && age <= oldest) return to_text(*day);
    const auto years = std::to_string(minimum_age);
    reader.complain("birth_date", {"Il faut avoir au moins " + years + " ans.",
                                   "One must be at least " + years + " years old."});
    return {};
}

/// A number, or {"none_because": reason} (RT-30).
struct Number {
    std::string value, none_because;
};
Number number_or_reason(Reader& reader, const json& parent, std::string_view field,
                        const std::vector<std::string_view>& reasons)
{
    Number number;
    const auto found = parent.find(field);
    if (found != parent.end() && found->is_object()) {
        reader.object(field, [&](Reader& none) {
            number.none_because = none.choice("none_because", reasons);
        });
    } else {
        number.value = maybe(reader, field, 20);
    }
    return number;
}

void check_numbers(Reader& reader, const profiles::Company& company)
{
    if (!company.siret.empty() && !profiles::is_siret(company.siret)) {
        reader.complain("siret", {"Ce n'est pas un SIRET : 14 chiffres, clé comprise.",
                                  "This is not a SIRET: 14 digits with a valid key."});
    }
    if (company.vat_number.empty()) return;
    if (!profiles::is_eu_vat_number(company.vat_number)) {
        reader.complain("vat_number", {"Ce n'est pas un numéro de TVA intracommunautaire.",
                                       "This is not a VAT number of the European Union."});
    } else if (company.vat_number.starts_with("FR") && !company.siret.empty() &&
               company.vat_number.substr(4) != company.siren()) {
        reader.complain("vat_number", {"Ce numéro de TVA n'est pas celui de ce SIRET.",
                                       "This VAT number is not that of this SIRET."});
    }
}

void check_regime(Reader& reader, const profiles::Company& company)
{
    if (company.vat_regime == "franchise" && !company.vat_none_because.empty() &&
        company.vat_none_because != "franchise_293b") {
        reader.complain("vat_regime", {"Le régime contredit la raison donnée pour le numéro.",
                                       "The regime contradicts the reason given for the number."});
    }
    if (company.vat_regime == "standard" && company.vat_none_because == "franchise_293b") {
        reader.complain("vat_regime", {"Une franchise en base n'est pas le régime normal.",
                                       "An exempt small business is not in the standard regime."});
    }
}

profiles::Company read_company(Reader& reader, const json& body)
{
    profiles::Company company;
    const json none = json::object();
    const auto found = body.find("company");
    const auto& given = found != body.end() && found->is_object() ? *found : none;
    reader.object("company", [&](Reader& inner) {
        company.name = maybe(inner, "name", 120);
        company.legal_form = maybe(inner, "legal_form", 60);
        const auto siret = number_or_reason(inner, given, "siret",
                                            {"foreign_company", "being_registered", "association"});
        const auto vat = number_or_reason(inner, given, "vat_number",
                                          {"franchise_293b", "foreign_company", "not_taxable"});
        company.siret = siret.value;
        company.siret_none_because = siret.none_because;
        company.vat_number = vat.value;
        company.vat_none_because = vat.none_because;
        company.vat_regime =
            inner.maybe_choice("vat_regime", {"standard", "franchise", "exempt"}).value_or("");
        company.capital = maybe(inner, "capital", 40);
        company.rcs_city = maybe(inner, "rcs_city", 60);
        check_numbers(inner, company);
        check_regime(inner, company);
    });
    return company;
}

profiles::Person read_person(Reader& reader, int minimum_age, Day today)
{
    profiles::Person person;
    reader.object("person", [&](Reader& inner) {
        person.surname = maybe(inner, "surname", 80);
        person.first_name = maybe(inner, "first_name", 80);
        person.birth_date = maybe_birth_date(inner, minimum_age, today);
        person.country_of_residence = maybe_country(inner, "country_of_residence");
        person.nationality = maybe_country(inner, "nationality");
    });
    return person;
}

bool is_given(const json& body, std::string_view path)
{
    const auto* at = &body;
    while (true) {
        const auto dot = path.find('.');
        if (!at->is_object()) return true; // complained of already
        const auto found = at->find(path.substr(0, dot));
        if (found == at->end() || found->is_null()) return false;
        if (dot == std::string_view::npos) return true;
        at = &*found;
        path.remove_prefix(dot + 1);
    }
}

std::set<std::string> mandatory(const policy::Policy& policy, const profiles::Profile& profile)
{
    std::set<std::string> paths;
    const auto add = [&](std::string_view who) {
        paths.merge(std::set(policy.mandatory(who, "sign_up")));
    };
    if (profile.is_client) add("client");
    if (profile.is_client && profile.is_company) add("client_company");
    if (profile.is_provider) add("provider");
    if (profile.is_provider && profile.is_company) add("provider_company");
    return paths;
}

void read_roles(Reader& reader, profiles::Profile& profile)
{
    for (const auto& role : reader.texts("roles", 2, {.least = 1, .most = 20})) {
        if (role == "client") {
            profile.is_client = true;
        } else if (role == "provider") {
            profile.is_provider = true;
        } else {
            reader.complain("roles", {"« client », « provider » ou les deux.",
                                      "\"client\", \"provider\" or both."});
        }
    }
    if (profile.is_client || profile.is_provider) return;
    reader.complain("roles", {"Donnez au moins un rôle : « client » ou « provider ».",
                              "Give at least one role: \"client\" or \"provider\"."});
}

} // namespace

platform::PostalAddress read_address(Reader& reader, std::string_view field)
{
    platform::PostalAddress address{"", "", "", "", ""};
    reader.object(field, [&](Reader& inner) {
        address.line1 = maybe(inner, "line1", 120);
        address.line2 = maybe(inner, "line2", 120);
        address.postcode = maybe(inner, "postcode", 12);
        address.city = maybe(inner, "city", 80);
        address.country = maybe_country(inner, "country");
    });
    return address;
}

profiles::Profile read_profile(Reader& reader, const json& body, const policy::Policy& policy,
                               Day today)
{
    profiles::Profile profile;
    read_roles(reader, profile);
    profile.is_company =
        reader.maybe_choice("legal_kind", {"natural_person", "company"}) == "company";
    profile.clientele =
        accounts::parse_clientele(
            reader.maybe_choice("clientele", {"professionals", "individuals", "both"})
                .value_or("both"))
            .value_or(accounts::Clientele::both);
    profile.language = parse_language(reader.maybe_choice("language", {"fr", "en"}).value_or("fr"));
    profile.person = read_person(reader, policy.minimum_age(), today);
    profile.company = read_company(reader, body);
    profile.contact.phone = maybe(reader, "phone", 30);
    profile.contact.address = read_address(reader, "address");
    for (const auto& path : mandatory(policy, profile)) {
        if (!is_given(body, path))
            reader.complain(path, {"Ce champ est obligatoire.", "This field is mandatory."});
    }
    return profile;
}

namespace {

json or_null(const std::string& text)
{
    return text.empty() ? json(nullptr) : json(text);
}

json number_view(const std::string& value, const std::string& none_because)
{
    if (!none_because.empty()) return {{"none_because", none_because}};
    return or_null(value);
}

} // namespace

json profile_view(const profiles::Profile& profile)
{
    json roles = json::array();
    if (profile.is_client) roles.push_back("client");
    if (profile.is_provider) roles.push_back("provider");
    const auto& person = profile.person;
    const auto& company = profile.company;
    const auto& address = profile.contact.address;
    return {{"roles", roles},
            {"legal_kind", profile.is_company ? "company" : "natural_person"},
            {"clientele", accounts::name(profile.clientele)},
            {"language", domain::name(profile.language)},
            {"phone", or_null(profile.contact.phone)},
            {"person",
             {{"surname", or_null(person.surname)},
              {"first_name", or_null(person.first_name)},
              {"birth_date", or_null(person.birth_date)},
              {"country_of_residence", or_null(person.country_of_residence)},
              {"nationality", or_null(person.nationality)}}},
            {"address",
             {{"line1", or_null(address.line1)},
              {"line2", or_null(address.line2)},
              {"postcode", or_null(address.postcode)},
              {"city", or_null(address.city)},
              {"country", or_null(address.country)}}},
            {"company",
             {{"name", or_null(company.name)},
              {"legal_form", or_null(company.legal_form)},
              {"siret", number_view(company.siret, company.siret_none_because)},
              {"vat_number", number_view(company.vat_number, company.vat_none_because)},
              {"vat_regime", or_null(company.vat_regime)},
              {"capital", or_null(company.capital)},
              {"rcs_city", or_null(company.rcs_city)}}}};
}

} // namespace api::people
