#include "api/people/profile_body.hpp"

#include <nlohmann/json.hpp>

#include "domain/profiles/profile_field.hpp"
#include "domain/profiles/profile_rules.hpp"

namespace api::people {

using namespace domain;
using nlohmann::json;

namespace {

using accounts::LegalKind;
using accounts::MemberRole;

/// What says in a profile that its owner has that role.
bool profiles::Profile::*flag_of(MemberRole role)
{
    switch (role) {
    case MemberRole::client: return &profiles::Profile::is_client;
    case MemberRole::provider: return &profiles::Profile::is_provider;
    }
    return nullptr;
}

/// The object of the body in which a field stands: "person", or "" for the body itself.
std::string_view group_of(const profiles::ProfileField& field)
{
    const auto dot = field.path.find('.');
    return dot == field.path.npos ? std::string_view() : field.path.substr(0, dot);
}

/// A value, or {"none_because": reason} where a number may be absent (RT-30).
void read_field(Reader& reader, const json& given, const profiles::ProfileField& field,
                profiles::Profile& profile)
{
    const auto found = given.find(field.column());
    if (field.none.because != nullptr && found != given.end() && found->is_object()) {
        reader.object(field.column(), [&](Reader& none) {
            const auto& reasons = field.none.reasons;
            profile.company.*field.none.because =
                none.choice("none_because", {reasons.begin(), reasons.end()});
        });
        return;
    }
    const auto typed = reader.maybe_text(field.column(), {.least = 1, .most = field.most});
    if (!typed) return;
    if (auto expected = profiles::put(profile, field, *typed)) {
        reader.complain(field.column(), *std::move(expected));
    }
}

void read_group(Reader& reader, const json& body, std::string_view group,
                profiles::Profile& profile)
{
    for (const auto& field : profiles::profile_fields) {
        if (group_of(field) == group) read_field(reader, body, field, profile);
    }
}

void read_roles(Reader& reader, profiles::Profile& profile)
{
    for (const auto& word : reader.texts("roles", 2, {.least = 1, .most = 20})) {
        if (const auto role = accounts::member_roles.parse(word)) {
            profile.*flag_of(*role) = true;
        } else {
            reader.complain("roles", {"« client », « provider » ou les deux.",
                                      "\"client\", \"provider\" or both."});
        }
    }
}

LegalKind legal_kind(const profiles::Profile& profile)
{
    return profile.is_company ? LegalKind::company : LegalKind::natural_person;
}

json field_view(const profiles::ProfileField& field, const profiles::Profile& profile)
{
    const auto text = field.text(profile);
    if (!text.empty()) return text;
    if (!field.is_answered(profile)) return nullptr;
    return {{"none_because", profile.company.*field.none.because}};
}

} // namespace

profiles::Profile read_profile(Reader& reader, const json& body, const Marketplace& marketplace,
                               Day today)
{
    profiles::Profile profile;
    read_roles(reader, profile);
    profile.is_company =
        reader.maybe_choice("legal_kind", accounts::legal_kinds) == LegalKind::company;
    const auto clientele = reader.maybe_choice("clientele", names_of<accounts::Clientele>());
    if (clientele) profile.clientele = accounts::parse_clientele(*clientele).value();
    const auto language = reader.maybe_choice("language", names_of<Language>());
    if (language) profile.language = parse_language(*language);
    read_group(reader, body, "", profile);
    for (const std::string_view group : {"person", "address", "company"}) {
        reader.object(group, [&](Reader& inner) {
            read_group(inner, body.at(std::string(group)), group, profile);
        });
    }
    reader.complain_of(profiles::wrong_in(profile, marketplace, today));
    return profile;
}

json profile_view(const profiles::Profile& profile)
{
    json roles = json::array();
    for (const auto& [role, word] : accounts::member_roles)
        if (profile.*flag_of(role)) roles.push_back(word);
    json body = {{"roles", roles},
                 {"legal_kind", accounts::legal_kinds.name(legal_kind(profile))},
                 {"clientele", accounts::name(profile.clientele)},
                 {"language", domain::name(profile.language)}};
    for (const auto& field : profiles::profile_fields) {
        const auto group = group_of(field);
        auto& parent = group.empty() ? body : body[std::string(group)];
        parent[std::string(field.column())] = field_view(field, profile);
    }
    return body;
}

} // namespace api::people
