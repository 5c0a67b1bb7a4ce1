#include "domain/conversations/conversation.hpp"

#include "domain/core/words.hpp"

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
    return named<Role>(text);
}

} // namespace domain::conversations
