#include "domain/payees/identity.hpp"

#include <algorithm>
#include <array>

#include "domain/profiles/likeness.hpp"
#include "domain/profiles/profile_field.hpp"

namespace domain::payees {

namespace {

using profiles::Profile;

// CMF R561-5 and R561-5-1: what identifies a natural and a legal person.
constexpr std::array<std::string_view, 4> of_the_person = {
    "person.surname", "person.first_name", "person.birth_date", "person.nationality"};
constexpr std::array<std::string_view, 4> of_the_body = {"company.name", "company.legal_form",
                                                         "company.siret", "company.vat_number"};

bool differs(std::string_view path, const Profile& before, const Profile& after)
{
    const auto* field = profiles::find_field(path);
    const auto one = field->text(before), other = field->text(after);
    return field->holds == profiles::Holds::text ? !profiles::is_same_name(one, other)
                                                 : one != other;
}

FieldError changed(std::string_view path)
{
    return {
        std::string(path),
        {"Cette information a été vérifiée ; elle change.", "This was verified, and it changes."}};
}

} // namespace

std::vector<FieldError> identity_changes(const Profile& before, const Profile& after)
{
    std::vector<FieldError> changes;
    if (before.is_company != after.is_company) changes.push_back(changed("legal_kind"));
    for (const auto& paths : {of_the_person, of_the_body}) {
        for (const auto path : paths) {
            if (differs(path, before, after)) changes.push_back(changed(path));
        }
    }
    return changes;
}

bool is_somebody_else(const Profile& before, const Profile& after)
{
    return before.is_company != after.is_company ||
           before.company.siren() != after.company.siren() ||
           std::ranges::any_of(of_the_person,
                               [&](auto path) { return differs(path, before, after); });
}

} // namespace domain::payees
