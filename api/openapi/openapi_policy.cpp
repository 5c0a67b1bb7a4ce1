#include "api/openapi/openapi_policy.hpp"

#include <nlohmann/json.hpp>

#include "domain/core/check.hpp"
#include "domain/core/stored.hpp"
#include "domain/profiles/profile_rules.hpp"

namespace api::openapi {

using nlohmann::json;

namespace {

struct Path {
    std::string head; // "company" of "company.siret"
    std::string rest; // "siret"; "" at the end
};

Path split(const std::string& path)
{
    const auto dot = path.find('.');
    if (dot == path.npos) return {path, ""};
    return {path.substr(0, dot), path.substr(dot + 1)};
}

/// {"required": ["company"], "properties": {"company": {"required": ["siret"]}}}
void require(json& schema, const std::string& path)
{
    const auto [head, rest] = split(path);
    auto& required = schema["required"];
    if (required.is_null()) required = json::array();
    if (std::find(required.begin(), required.end(), head) == required.end()) {
        required.push_back(head);
    }
    if (!rest.empty()) require(schema["properties"][head], rest);
}

json& resolved(json& schemas, json& schema)
{
    const auto reference = schema.find("$ref");
    if (reference == schema.end()) return schema;
    const auto target = reference->get<std::string>();
    return schemas.at(target.substr(target.rfind('/') + 1));
}

/// Says on the property itself for whom it is mandatory.
void annotate(json& schemas, json& schema, const std::string& path, const std::string& who)
{
    const auto [head, rest] = split(path);
    auto& properties = resolved(schemas, schema)["properties"];
    domain::check(properties.contains(head), "the description has every field of a profile");
    auto& property = properties[head];
    if (!rest.empty()) return annotate(schemas, property, rest, who);
    auto& whom = property["x-mandatory-for"];
    if (whom.is_null()) whom = json::array();
    if (std::find(whom.begin(), whom.end(), who) == whom.end()) whom.push_back(who);
}

void mark(json& schemas, json& schema, const domain::policy::Policy& policy)
{
    using namespace domain::policy;
    const auto rule = schema.at("x-mandatory");
    const auto step =
        domain::stored(all_steps.parse(rule.at("step").get_ref<const std::string&>()));
    for (const auto& [who, condition] : rule.at("when").items()) {
        const auto& paths = policy.mandatory(domain::stored(everybody.parse(who)), step);
        if (paths.empty()) continue;
        json then = json::object();
        for (const auto& path : paths) {
            if (!domain::profiles::is_of_bodies_only(path)) require(then, path);
            annotate(schemas, schema, path, who);
        }
        schema["allOf"].push_back({{"if", condition}, {"then", std::move(then)}});
    }
}

} // namespace

void mark_mandatory(json& schemas, const domain::policy::Policy& policy)
{
    for (auto& schema : schemas) {
        if (schema.contains("x-mandatory")) mark(schemas, schema, policy);
    }
}

} // namespace api::openapi
