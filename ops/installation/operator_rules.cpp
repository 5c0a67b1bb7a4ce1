#include "ops/installation/operator_rules.hpp"

#include "domain/accounts/email.hpp"
#include "domain/profiles/company_number.hpp"
#include "domain/profiles/legal_form.hpp"
#include "invoicing/issuing/seller.hpp"

namespace ops {

using namespace domain;

namespace {

std::string unknown_form()
{
    std::string known;
    for (const auto one : profiles::known_legal_forms())
        known += (known.empty() ? "" : ", ") + std::string(one);
    return "is no legal form we know; there are " + known;
}

void check_numbers(const platform::Company& company, std::vector<WrongKey>& wrong)
{
    const auto is_wrong = [](const std::string& number, bool (*is_one)(std::string_view)) {
        return !number.empty() && !is_one(number);
    };
    if (is_wrong(company.siren, profiles::is_siren)) wrong.push_back({"siren", "is no SIREN"});
    if (is_wrong(company.siret, profiles::is_siret)) wrong.push_back({"siret", "is no SIRET"});
    if (!company.siret.starts_with(company.siren))
        wrong.push_back({"siret", "is not of the company that siren names"});
    if (is_wrong(company.vat_number, profiles::is_eu_vat_number))
        wrong.push_back({"vat_number", "is no VAT number of a member state"});
}

/// Providers' own are longer, so the two never meet.
void check_series(const std::string& prefix, std::vector<WrongKey>& wrong)
{
    constexpr std::size_t longest = 6;
    constexpr auto allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    if (!prefix.empty() && prefix.size() <= longest &&
        prefix.find_first_not_of(allowed) == prefix.npos) {
        return;
    }
    wrong.push_back({"invoice_series", "is no prefix of 1 to 6 capital letters and digits"});
}

std::string value_at(const platform::Company& company, std::string_view key)
{
    if (key == "capital") return company.capital;
    if (key == "rcs_city") return company.rcs_city;
    return "given"; // or the reader said that it is missing
}

} // namespace

std::vector<WrongKey> wrong_in(const platform::Company& company)
{
    std::vector<WrongKey> wrong;
    check_numbers(company, wrong);
    check_series(company.invoice_series, wrong);
    if (!accounts::Email::parse(company.oversight())) {
        wrong.push_back({company.oversight_email.empty() ? "contact_email" : "oversight_email",
                         "must be an address alone, such as contact@example.org"});
    }
    const auto form = profiles::parse_legal_form(company.legal_form);
    if (!form) {
        if (!company.legal_form.empty()) wrong.push_back({"legal_form", unknown_form()});
        return wrong;
    }
    for (const auto& [key, why] : invoicing::issuing::wrong_in_operator(company)) {
        const bool is_missing = value_at(company, key).empty();
        wrong.push_back({key, is_missing ? "is missing for " + form->text()
                                         : "cannot stand on invoices: " + why.en});
    }
    return wrong;
}

} // namespace ops
