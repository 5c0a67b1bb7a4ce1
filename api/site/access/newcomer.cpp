#include "api/site/access/newcomer.hpp"

#include <algorithm>

namespace api::site::access {

using domain::accounts::MemberRole;

std::string Newcomer::role_word() const
{
    return std::string(domain::accounts::member_roles.name(role));
}

std::string Newcomer::kind_word() const
{
    return std::string(domain::accounts::legal_kinds.name(kind));
}

domain::profiles::Profile Newcomer::profile() const
{
    domain::profiles::Profile profile;
    profile.is_client = role == MemberRole::client;
    profile.is_provider = role == MemberRole::provider;
    profile.is_company = is_company();
    return profile;
}

const Newcomer* find_newcomer(std::string_view role, std::string_view kind)
{
    const auto* found = std::ranges::find_if(newcomers, [&](const Newcomer& newcomer) {
        return newcomer.role_word() == role && newcomer.kind_word() == kind;
    });
    return found == newcomers.end() ? nullptr : found;
}

} // namespace api::site::access
