#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/core/refused.hpp"
#include "domain/core/words.hpp"

namespace domain::accounts {

/// A member is a client, a provider, or both; the others are accounts of their own kind, made
/// by the operator on the command line.
enum class AccountKind { member, staff, accountant, privacy_officer };
std::string_view name(AccountKind kind);
std::optional<AccountKind> parse_account_kind(std::string_view text);

/// What a member does here; it may do both.
enum class MemberRole { client, provider };
inline constexpr Word<MemberRole> member_role_words[] = {{MemberRole::client, "client"},
                                                         {MemberRole::provider, "provider"}};
inline constexpr Words member_roles(member_role_words);

/// `closing`: the person asked for it, and something still holds it back; `closed`: what is
/// left is what the law keeps.
enum class AccountState { active, closing, closed };
std::string_view name(AccountState state);
std::optional<AccountState> parse_account_state(std::string_view text);

/// What Account::is_company says, in a word.
enum class LegalKind { natural_person, company };
inline constexpr Word<LegalKind> legal_kind_words[] = {
    {LegalKind::natural_person, "natural_person"}, {LegalKind::company, "company"}};
inline constexpr Words legal_kinds(legal_kind_words);

/// Whose requests a provider wants to be offered (RT-29).
enum class Clientele { professionals, individuals, both };
std::string_view name(Clientele clientele);
std::optional<Clientele> parse_clientele(std::string_view text);

/// An account without anything about the person behind it.
struct Account {
    AccountId id;
    AccountKind kind = AccountKind::member;
    bool is_client = false;
    bool is_provider = false;
    bool is_company = false;
    Clientele clientele = Clientele::both;
    Language language = Language::fr;
    AccountState state = AccountState::active;
    bool email_verified = false;
    Instant created_at;
    std::optional<Instant> last_sign_in_at{};
    std::int64_t version = 1;
    std::optional<Instant> email_verified_at{};
};

/// Staff, accountants and the privacy officer act only with a second factor.
bool needs_second_factor(AccountKind kind);

} // namespace domain::accounts
