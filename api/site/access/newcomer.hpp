#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "domain/profiles/profile.hpp"

namespace api::site::access {

/// As what somebody signs up: what is asked, and in which words, depends on it.
struct Newcomer {
    domain::accounts::MemberRole role;
    domain::accounts::LegalKind kind;
    std::string_view choice; // how it is chosen
    std::string_view title;  // of its form

    bool is_company() const { return kind == domain::accounts::LegalKind::company; }
    std::string role_word() const;
    std::string kind_word() const;

    /// The roles and kind of a profile, with nothing said yet.
    domain::profiles::Profile profile() const;
};

inline constexpr std::array newcomers = {
    Newcomer{domain::accounts::MemberRole::client, domain::accounts::LegalKind::natural_person,
             "access_sign_up.client_person", "access_sign_up.title_client_person"},
    Newcomer{domain::accounts::MemberRole::client, domain::accounts::LegalKind::company,
             "access_sign_up.client_company", "access_sign_up.title_client_company"},
    Newcomer{domain::accounts::MemberRole::provider, domain::accounts::LegalKind::natural_person,
             "access_sign_up.provider_person", "access_sign_up.title_provider_person"},
    Newcomer{domain::accounts::MemberRole::provider, domain::accounts::LegalKind::company,
             "access_sign_up.provider_company", "access_sign_up.title_provider_company"},
};

/// By the API's words, "client" and "company"; null for what is no such thing.
const Newcomer* find_newcomer(std::string_view role, std::string_view kind);

} // namespace api::site::access
