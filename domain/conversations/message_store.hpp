#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/conversations/conversation.hpp"
#include "domain/core/words.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::conversations {

/// What a person sends, once per `key` (unique per conversation and author).
struct Outgoing {
    ConversationId conversation;
    AccountId author;
    std::string key;
    std::string text;
};

/// False, and nothing written, when this author has used this key here before.
bool insert(Transaction& tx, const Message& message, const Outgoing& outgoing);

/// The message that was sent under this key, if any.
std::optional<Message> maybe_find_sent(Transaction& tx, const Outgoing& outgoing);

enum class Order : std::uint8_t { newest_first, oldest_first };
inline constexpr Word<Order> order_words[] = {{Order::newest_first, "newest_first"},
                                              {Order::oldest_first, "oldest_first"}};
inline constexpr Words<Order> orders(order_words);

/// At most `most` messages: below `seq` from the newest, or above `seq` from the oldest.
struct Stretch {
    Order order = Order::newest_first;
    std::int64_t seq = 0;
    int most = 0;
};

/// The caller has made sure that the reader takes part.
std::vector<Message> list(Transaction& tx, const ConversationId& id, const Stretch& stretch);

/// Overwrites what `author` wrote, everywhere. Returns how many messages that were.
std::int64_t erase_bodies(Transaction& tx, const AccountId& author);

} // namespace domain::conversations
