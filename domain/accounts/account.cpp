#include "domain/accounts/account.hpp"

#include "domain/core/words.hpp"

namespace domain::accounts {

std::string_view name(AccountKind kind)
{
    switch (kind) {
    case AccountKind::member: return "member";
    case AccountKind::staff: return "staff";
    case AccountKind::accountant: return "accountant";
    case AccountKind::privacy_officer: return "privacy_officer";
    }
    return "unknown";
}

std::string_view name(AccountState state)
{
    switch (state) {
    case AccountState::active: return "active";
    case AccountState::closing: return "closing";
    case AccountState::closed: return "closed";
    }
    return "unknown";
}

std::string_view name(Clientele clientele)
{
    switch (clientele) {
    case Clientele::professionals: return "professionals";
    case Clientele::individuals: return "individuals";
    case Clientele::both: return "both";
    }
    return "unknown";
}

std::optional<AccountKind> parse_account_kind(std::string_view text)
{
    return named<AccountKind>(text);
}

std::optional<AccountState> parse_account_state(std::string_view text)
{
    return named<AccountState>(text);
}

std::optional<Clientele> parse_clientele(std::string_view text)
{
    return named<Clientele>(text);
}

bool needs_second_factor(AccountKind kind)
{
    return kind != AccountKind::member;
}

} // namespace domain::accounts
