#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/conversations/conversation.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::conversations {

/// The conversation about `topic`; inserts it when there is none yet. Says whether it did.
struct Opened {
    ConversationId id;
    bool fresh = false;
};
Opened find_or_insert(Transaction& tx, const std::string& topic, const RequestId& request);

void insert_participant(Transaction& tx, const ConversationId& id, const AccountId& account,
                        Role role);

/// The conversations of `viewer`, the most recently active first, after (older than) `after`;
/// or only the one with `only`.
struct Place {
    Instant active_at;
    std::string id;
};
std::vector<Conversation> list_for(Transaction& tx, const AccountId& viewer, const Place& after,
                                   int most);
std::optional<Conversation> maybe_find_for(Transaction& tx, const AccountId& viewer,
                                           const ConversationId& id);

/// Whether `client` ever sent `provider` a request.
bool has_asked(Transaction& tx, const AccountId& client, const AccountId& provider);

/// Takes the next number, locking the conversation until the commit: nothing when `author`
/// takes no part in it (any more), or nobody else does.
struct Number {
    std::int64_t seq = 0;
    Instant sent_at;
    auto fields() { return std::tie(seq, sent_at); }
};
std::optional<Number> take_number(Transaction& tx, const ConversationId& id,
                                  const AccountId& author);
/// Gives the number taken last back; only under the lock that take_number() took.
void give_number_back(Transaction& tx, const ConversationId& id);

/// Moves the reader's mark forward to `seq`, never back. False when there is no such message,
/// or the reader takes no part.
bool mark_read(Transaction& tx, const ConversationId& id, const AccountId& reader,
               std::int64_t seq);

/// Whom to tell of `message` by mail: participants other than its author who have not read
/// it, and were told of nothing unread before. Marks them as told.
struct Unread {
    AccountId account;
    ConversationId conversation;
};
std::vector<Unread> to_notify(Transaction& tx, const MessageId& message);

/// `account` takes no further part in any conversation.
void leave_all(Transaction& tx, const AccountId& account);

} // namespace domain::conversations
