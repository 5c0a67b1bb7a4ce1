#include "api/site/access/profile_fields.hpp"

#include <algorithm>
#include <array>

#include "api/site/access/country_choices.hpp"

namespace api::site::access {

using namespace domain;
using frame::Choice;
using frame::Kind;
using frame::Sentence;
using profiles::Holds;
using profiles::ProfileField;

namespace {

/// How one of a profile's fields is typed, and what browsers may fill it with (WCAG 1.3.5).
struct Typed {
    std::string_view path;
    std::string_view autocomplete{};
    bool has_hint = false;
    Kind kind = Kind::text;
};

constexpr std::array typed_fields = {
    Typed{"person.first_name", "given-name"},
    Typed{"person.surname", "family-name"},
    Typed{"person.birth_date", "bday", true, Kind::day},
    Typed{"person.country_of_residence", "country", false, Kind::choice},
    Typed{"person.nationality", "", false, Kind::choice},
    Typed{"phone", "tel", true, Kind::telephone},
    Typed{"address.line1", "address-line1"},
    Typed{"address.line2", "address-line2"},
    Typed{"address.postcode", "postal-code"},
    Typed{"address.city", "address-level2"},
    Typed{"address.country", "country", false, Kind::choice},
    Typed{"company.name", "organization"},
    Typed{"company.legal_form", "", false, Kind::choice},
    Typed{"company.siret", "", true},
    Typed{"company.vat_number", "", true},
    Typed{"company.vat_regime", "", false, Kind::choice},
    Typed{"company.capital", "", true},
    Typed{"company.rcs_city"},
};
static_assert(typed_fields.size() == profiles::profile_fields.size());

constexpr std::string_view reason_suffix = ".none_because";

Sentence words(std::string_view key)
{
    return {"access_fields." + std::string(key)};
}

std::string reason_of(std::string_view path)
{
    return std::string(path) + std::string(reason_suffix);
}

const Typed& typed_at(std::string_view path)
{
    return *std::ranges::find(typed_fields, path, &Typed::path);
}

std::vector<Choice> legal_form_choices(bool is_company)
{
    std::vector<Choice> choices;
    for (const auto form :
         is_company ? profiles::known_legal_forms() : profiles::sole_traders_forms())
        choices.push_back(as_is(std::string(form), std::string(form)));
    return choices;
}

std::vector<Choice> regime_choices()
{
    std::vector<Choice> choices;
    for (const auto regime : profiles::vat_regimes.names())
        choices.push_back({std::string(regime), words("regime." + std::string(regime))});
    return choices;
}

std::vector<Choice> choices_of(const ProfileField& field, const Answering& who)
{
    switch (field.holds) {
    case Holds::country: return country_choices(who.language);
    case Holds::legal_form: return legal_form_choices(who.is_company);
    case Holds::vat_regime: return regime_choices();
    case Holds::text:
    case Holds::birth_date:
    case Holds::number: break;
    }
    return {};
}

frame::Field reason_field(const ProfileField& field)
{
    std::vector<Choice> choices;
    choices.reserve(std::size(field.none.reasons));
    for (const auto reason : field.none.reasons)
        choices.push_back({std::string(reason), words("none." + std::string(reason))});
    return {.name = reason_of(field.path),
            .label = words("none_of." + std::string(field.column())),
            .kind = Kind::choice,
            .choices = std::move(choices)};
}

} // namespace

std::vector<frame::Field> fields_for(const ProfileField& field, bool mandatory,
                                     const Answering& who)
{
    const auto& typed = typed_at(field.path);
    const std::string path(field.path);
    std::vector<frame::Field> fields = {
        {.name = path,
         .label = words(path),
         .kind = typed.kind,
         .mandatory = mandatory,
         .autocomplete = std::string(typed.autocomplete),
         .hint = typed.has_hint ? words("hint." + path) : Sentence{},
         .choices = choices_of(field, who)}};
    if (field.none.because != nullptr) fields.push_back(reason_field(field));
    return fields;
}

std::vector<const ProfileField*> fields_in_order()
{
    std::vector<const ProfileField*> fields;
    fields.reserve(std::size(typed_fields));
    for (const auto& typed : typed_fields)
        fields.push_back(profiles::find_field(typed.path));
    return fields;
}

std::vector<frame::Field> answered_fields(std::vector<frame::Field> fields,
                                          const frame::Values& posted)
{
    const auto is_given = [&](const std::string& name) {
        const auto found = posted.find(name);
        return found != posted.end() && !found->second.empty();
    };
    std::erase_if(fields, [&](const frame::Field& field) {
        if (field.name.ends_with(reason_suffix)) {
            const auto number = field.name.substr(0, field.name.size() - reason_suffix.size());
            return is_given(number) || !is_given(field.name);
        }
        const auto reason = reason_of(field.name);
        return !is_given(field.name) && is_given(reason);
    });
    return fields;
}

} // namespace api::site::access
