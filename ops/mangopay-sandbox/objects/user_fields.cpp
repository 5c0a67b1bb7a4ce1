#include "ops/mangopay-sandbox/objects/user_fields.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <string>

#include "ops/mangopay-sandbox/wire/wire.hpp"

namespace mangopay_sandbox::users {

using nlohmann::json;

namespace {

constexpr std::string_view written_by_platform[] = {"UserCategory",
                                                    "FirstName",
                                                    "LastName",
                                                    "Email",
                                                    "Birthday",
                                                    "Nationality",
                                                    "CountryOfResidence",
                                                    "PhoneNumber",
                                                    "PhoneNumberCountry",
                                                    "Address",
                                                    "Occupation",
                                                    "IncomeRange",
                                                    "Tag",
                                                    "LegalPersonType",
                                                    "Name",
                                                    "LegalRepresentative",
                                                    "LegalRepresentativeAddress",
                                                    "HeadquartersAddress",
                                                    "CompanyNumber"};

/// Embargoed countries, as far as a stand-in needs one to try the refusal with.
constexpr std::string_view blocked_countries[] = {"IR", "KP"};

bool all_digits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_email(std::string_view text)
{
    const auto at = text.find('@');
    if (at == 0 || at == text.npos || text.find('@', at + 1) != text.npos) return false;
    const auto domain = text.substr(at + 1);
    const auto dot = domain.rfind('.');
    return dot != domain.npos && dot > 0 && domain.size() >= dot + 3 &&
           std::ranges::none_of(text, [](unsigned char c) { return c <= ' ' || c == ','; });
}

void check_email(Fields& fields, const std::string& path, bool required)
{
    const auto email = required ? fields.text(path) : fields.text_or(path, "");
    if (!email.empty() && !is_email(email)) {
        fields.complain(path, "The field " + path +
                                  " must match the regular expression "
                                  "'([a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-zA-Z0-9!#$%&'*+/"
                                  "=?^_`{|}~-]+)*@(?:[a-zA-Z0-9-]+\\.)+[a-zA-Z]{2,})'.");
    }
}

void check_country(Fields& fields, const std::string& path, bool required)
{
    const auto country = required ? fields.text(path) : fields.text_or(path, "");
    if (country.empty()) return;
    const bool two_letters =
        country.size() == 2 &&
        std::ranges::all_of(country, [](unsigned char c) { return std::isupper(c) != 0; });
    if (!two_letters) fields.complain(path, "The country must be an ISO 3166-1 alpha-2 code");
    if (path.ends_with("CountryOfResidence") &&
        std::ranges::find(blocked_countries, country) != std::end(blocked_countries)) {
        fields.complain(path, "The CountryOfResidence used is blocked");
    }
}

void check_address(Fields& fields, const std::string& path, bool required)
{
    if (!fields.at(path)) {
        if (required) fields.text(path + ".AddressLine1");
        return;
    }
    for (const auto* line : {".AddressLine1", ".City", ".PostalCode"})
        fields.text(path + line);
    check_country(fields, path + ".Country", true);
    const auto* country = fields.at(path + ".Country");
    if (country && (*country == "US" || *country == "CA" || *country == "MX")) {
        fields.text(path + ".Region");
    }
}

void check_phone(Fields& fields, const std::string& prefix, bool required)
{
    const auto phone = required ? fields.text(prefix + "PhoneNumber", {4, 25})
                                : fields.text_or(prefix + "PhoneNumber", "", {4, 25});
    if (phone.empty()) return;
    if (phone.starts_with('+')) {
        if (!all_digits(std::string_view(phone).substr(1))) {
            fields.complain(prefix + "PhoneNumber", "The PhoneNumber is not valid");
        }
    } else {
        check_country(fields, prefix + "PhoneNumberCountry", true);
    }
}

/// A person's identity: complete for an OWNER, plausible for a PAYER.
void check_person(Fields& fields, const std::string& prefix, bool complete)
{
    fields.text(prefix + "FirstName", {1, 100});
    fields.text(prefix + "LastName", {1, 100});
    if (complete || fields.at(prefix + "Birthday")) fields.integer(prefix + "Birthday");
    check_country(fields, prefix + "Nationality", complete);
    check_country(fields, prefix + "CountryOfResidence", complete);
}

void check_company_number(Fields& fields)
{
    const auto* type = fields.at("LegalPersonType");
    const bool business = type && *type == "BUSINESS";
    const auto number =
        business ? fields.text("CompanyNumber") : fields.text_or("CompanyNumber", "");
    const auto* country = fields.at("HeadquartersAddress.Country");
    if (number.empty() || !country || *country != "FR") return;
    if (!all_digits(number) || (number.size() != 9 && number.size() != 14)) {
        fields.complain("CompanyNumber",
                        "The CompanyNumber is not valid: a SIREN has 9 digits, a SIRET 14");
    }
}

const json* member(const json& object, std::string_view key)
{
    const auto at = object.find(std::string(key));
    return at == object.end() ? nullptr : &*at;
}

bool differs(const json& before, const json& after, std::string_view key)
{
    const auto* a = member(before, key);
    const auto* b = member(after, key);
    return (a ? *a : json(nullptr)) != (b ? *b : json(nullptr));
}

bool differs_in_any(const json& before, const json& after,
                    std::initializer_list<std::string_view> keys)
{
    return std::ranges::any_of(keys, [&](auto key) { return differs(before, after, key); });
}

json representative(const json& user)
{
    const auto* person = member(user, "LegalRepresentative");
    return person && person->is_object() ? *person : json::object();
}

} // namespace

void merge(json& user, const json& given)
{
    for (const auto key : written_by_platform) {
        if (const auto* value = member(given, key)) user[std::string(key)] = *value;
    }
}

void check_natural(const json& user)
{
    Fields fields(user);
    const bool owner = user.at("UserCategory") == "OWNER";
    check_person(fields, "", owner);
    check_email(fields, "Email", true);
    check_phone(fields, "", false);
    check_address(fields, "Address", false);
    fields.text_or("Tag", "", {0, 255});
    fields.finish();
}

void check_legal(const json& user)
{
    Fields fields(user);
    const bool owner = user.at("UserCategory") == "OWNER";
    fields.one_of("LegalPersonType", {"BUSINESS", "PARTNERSHIP", "ORGANIZATION", "SOLETRADER"});
    fields.text("Name");
    check_email(fields, "Email", true);
    check_person(fields, "LegalRepresentative.", owner);
    check_email(fields, "LegalRepresentative.Email", owner);
    check_phone(fields, "LegalRepresentative.", owner);
    check_address(fields, "HeadquartersAddress", owner);
    check_address(fields, "LegalRepresentativeAddress", false);
    if (owner) check_company_number(fields);
    fields.text_or("Tag", "", {0, 255});
    fields.finish();
}

bool is_identity_changed(const json& before, const json& after)
{
    const auto identity = {"FirstName", "LastName", "Birthday", "Nationality"};
    for (const auto* key : identity) {
        if (differs(before, after, key)) return true;
        if (differs(representative(before), representative(after), key)) return true;
    }
    return differs(before, after, "LegalPersonType");
}

bool is_contact_changed(const json& before, const json& after)
{
    const auto contact = {std::string_view("Email"), std::string_view("PhoneNumber")};
    if (before.at("PersonType") == "LEGAL") {
        return differs_in_any(representative(before), representative(after), contact);
    }
    return differs_in_any(before, after, contact);
}

} // namespace mangopay_sandbox::users
