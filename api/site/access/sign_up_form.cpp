#include "api/site/access/sign_up_form.hpp"

#include "api/site/access/profile_fields.hpp"
#include "domain/profiles/profile_rules.hpp"

namespace api::site::access {

using namespace domain;
using frame::Field;
using frame::Href;
using frame::Kind;

namespace {

constexpr std::string_view terms_field = "accepted_terms";
constexpr std::string_view roles_field = "roles";

std::vector<Field> access_fields()
{
    return {{.name = std::string(roles_field), .label = {}, .kind = Kind::hidden},
            {.name = "legal_kind", .label = {}, .kind = Kind::hidden},
            {.name = "email",
             .label = {"access.email"},
             .kind = Kind::email,
             .mandatory = true,
             .autocomplete = "email",
             .hint = {"access.email_hint"},
             .group = {"access_sign_up.access"}},
            {.name = "password",
             .label = {"access.password"},
             .kind = Kind::password,
             .mandatory = true,
             .autocomplete = "new-password",
             .hint = {"access.password_hint"}}};
}

frame::Sentence group_of(profiles::Part part, const Newcomer& newcomer)
{
    const bool is_company = newcomer.is_company();
    switch (part) {
    case profiles::Part::person:
        return {is_company ? "access_sign_up.representative" : "access_sign_up.person"};
    case profiles::Part::contact: return {"access_sign_up.contact"};
    case profiles::Part::company:
        return {is_company ? "access_sign_up.company" : "access_sign_up.business"};
    }
    return {};
}

/// A box whose value is the version that it accepts.
Field terms_box(const std::string& version)
{
    return {.name = std::string(terms_field),
            .label = {"access_sign_up.terms"},
            .kind = Kind::several,
            .mandatory = true,
            .choices = {{version, {"access_sign_up.accept", {{"version", version}}}}}};
}

} // namespace

frame::Form sign_up_form(const App& app, const Newcomer& newcomer, Language language)
{
    auto fields = access_fields();
    const auto demanded = profiles::demanded_at_sign_up(newcomer.profile(), app.policy);
    std::optional<profiles::Part> part;
    for (const auto* field : fields_in_order()) {
        if (!demanded.contains(std::string(field->path))) continue;
        auto asked = fields_for(*field, true, {language, newcomer.is_company()});
        if (part != field->part()) asked.front().group = group_of(field->part(), newcomer);
        part = field->part();
        fields.insert(fields.end(), asked.begin(), asked.end());
    }
    fields.push_back(terms_box(app.platform.terms_version));
    return {.action = Href::to("/sign-up"),
            .button = {"access_sign_up.button"},
            .fields = std::move(fields),
            .note = {"access_sign_up.privacy"},
            .note_link = Href::to("/privacy")};
}

frame::Form sign_up_operation(frame::Form form, const frame::Values& posted)
{
    form.fields = answered_fields(std::move(form.fields), posted);
    for (auto& field : form.fields) {
        if (field.name == roles_field) field.kind = Kind::texts;
        if (field.name == terms_field) field.kind = Kind::text;
    }
    return form;
}

} // namespace api::site::access
