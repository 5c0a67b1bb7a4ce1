#include "api/openapi/openapi_profile.hpp"

#include <nlohmann/json.hpp>

#include "domain/core/check.hpp"
#include "domain/profiles/profile_field.hpp"

namespace api::openapi {

using namespace domain;
using nlohmann::json;
using profiles::Holds;
using profiles::ProfileField;

namespace {

json text_schema(const ProfileField& field)
{
    json schema = {{"type", {"string", "null"}}, {"minLength", 1}, {"maxLength", field.most}};
    if (field.holds == Holds::country) {
        schema["minLength"] = field.most;
        schema["pattern"] = "^[A-Z]{2}$";
        schema["description"] = "ISO 3166-1 alpha-2";
    }
    if (field.holds == Holds::birth_date) {
        schema["minLength"] = field.most;
        schema["format"] = "date";
    }
    if (field.holds == Holds::legal_form) schema["examples"] = profiles::known_legal_forms();
    return schema;
}

/// A number, or {"none_because": why}.
json number_schema(const ProfileField& field)
{
    const json number = {{"type", "string"}, {"minLength", 1}, {"maxLength", field.most}};
    const json none = {{"type", "object"},
                       {"additionalProperties", false},
                       {"required", {"none_because"}},
                       {"properties", {{"none_because", {{"enum", field.none.reasons}}}}}};
    return {{"oneOf", {number, none, {{"type", "null"}}}}};
}

json schema_of(const ProfileField& field)
{
    switch (field.holds) {
    case Holds::number: return number_schema(field);
    case Holds::vat_regime: {
        json values = profiles::vat_regimes.names();
        values.push_back(nullptr);
        return {{"enum", std::move(values)}};
    }
    case Holds::text:
    case Holds::country:
    case Holds::birth_date:
    case Holds::legal_form: break;
    }
    return text_schema(field);
}

void fill_in_group(json& schema, const std::string& group)
{
    bool is_known = false;
    for (const auto& field : profiles::profile_fields) {
        if (!field.path.starts_with(group + ".")) continue;
        is_known = true;
        auto& property = schema["properties"][std::string(field.column())];
        auto filled = schema_of(field);
        filled.update(property.is_null() ? json::object() : property);
        property = std::move(filled);
    }
    check(is_known, "the description names groups that profiles have");
}

} // namespace

void fill_in_profile(json& schemas)
{
    for (auto& schema : schemas) {
        if (!schema.is_structured()) continue;
        if (const auto group = schema.find("x-profile-group"); group != schema.end()) {
            const auto name = group->get<std::string>();
            schema.erase(group);
            fill_in_group(schema, name);
        }
        if (const auto path = schema.find("x-profile-field"); path != schema.end()) {
            const auto* field = profiles::find_field(path->get<std::string>());
            check(field != nullptr, "the description names fields that profiles have");
            schema.erase(path);
            auto filled = schema_of(*field);
            filled.update(schema);
            schema = std::move(filled);
        }
        fill_in_profile(schema);
    }
}

} // namespace api::openapi
