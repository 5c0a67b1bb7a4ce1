#include "domain/conversations/conversation.hpp"

#include <array>

#include "domain/core/named.hpp"

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
    return named(std::array{Role::client, Role::provider}, text);
}

} // namespace domain::conversations
