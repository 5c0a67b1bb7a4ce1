#include "domain/conversations/conversation.hpp"

namespace domain::conversations {

std::string_view name(Role role)
{
    switch (role) {
    case Role::client: return "client";
    case Role::provider: return "provider";
    }
    return "unknown";
}

std::optional<Role> parse_role(std::string_view text)
{
    for (const auto role : {Role::client, Role::provider}) {
        if (name(role) == text) return role;
    }
    return {};
}

} // namespace domain::conversations
