#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"

namespace domain::conversations {

/// What a participant is in a conversation. More than two may take part.
enum class Role : std::uint8_t { client, provider };

std::string_view name(Role role);
std::optional<Role> parse_role(std::string_view text);

/// Code points in one message.
inline constexpr std::size_t text_max = 5000;

struct Participant {
    std::string account; // stays when the account is gone
    Role role = Role::client;
    std::int64_t read_seq = 0;
    std::optional<Instant> left_at;
};

/// A conversation as one of its participants sees it.
struct Conversation {
    ConversationId id;
    std::optional<std::string> request; // what it is about
    Instant opened_at;
    Instant active_at; // the last message, or the opening
    std::int64_t last_seq = 0;
    std::int64_t unread = 0; // messages of others after the viewer's read_seq
    std::vector<Participant> participants;
};

/// One message. Within a conversation `seq` is 1, 2, 3… without a gap, so that a reader can
/// see whether one is missing; `sent_at` never goes back.
struct Message {
    MessageId id;
    std::int64_t seq = 0;
    std::string author;
    std::optional<std::string> text; // nothing: removed with its author's account
    Instant sent_at;
};

} // namespace domain::conversations
