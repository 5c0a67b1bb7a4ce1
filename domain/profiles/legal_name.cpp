#include "domain/profiles/legal_name.hpp"

#include <algorithm>
#include <string_view>

#include "domain/core/text.hpp"
#include "domain/profiles/likeness.hpp"

namespace domain::profiles {

namespace {

std::string joined(const std::string& one, std::string_view between, const std::string& other)
{
    if (one.empty() || other.empty()) return one + other;
    return one + std::string(between) + other;
}

bool is_sole_trader(const std::optional<LegalForm>& form)
{
    return form && form->family() == LegalFamily::sole_trader;
}

/// Whether a trade name is the person's name again; of several first names one is enough.
bool says_no_more(const std::string& trade_name, const Person& person)
{
    const auto& surname = person.surname;
    if (may_be_one_name(trade_name, joined(person.first_name, " ", surname))) return true;
    if (surname.empty()) return false;
    return std::ranges::any_of(name_words(person.first_name), [&](const auto& first_name) {
        return may_be_one_name(trade_name, first_name + " " + surname);
    });
}

} // namespace

std::string LegalName::text() const
{
    return joined(name, " – ", trade_name);
}

bool is_natural_person(bool is_company, const std::optional<LegalForm>& form)
{
    return !is_company || is_sole_trader(form);
}

LegalName legal_name(const Profile& profile)
{
    const auto& company = profile.company;
    if (!is_natural_person(profile.is_company, company.legal_form)) return {company.name};
    const auto full = joined(profile.person.first_name, " ", profile.person.surname);
    LegalName name{full, company.name};
    if (says_no_more(company.name, profile.person)) name.trade_name.clear();
    if (!full.empty() && is_sole_trader(company.legal_form))
        name.name += " " + company.legal_form->text();
    return name;
}

} // namespace domain::profiles
