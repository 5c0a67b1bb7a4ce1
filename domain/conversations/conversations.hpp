#pragma once

#include "domain/conversations/conversation_store.hpp"
#include "domain/conversations/message_store.hpp"

namespace domain::conversations {

/// Opens the conversation of `request` between its client and one of its providers; the one
/// that is open already when repeated. It goes on through the order.
ConversationId open(Transaction& tx, const RequestId& request, const AccountId& client,
                    const AccountId& provider);

/// The conversation, for whoever takes part in it; not_found for anybody else.
Conversation find_for(Transaction& tx, const AccountId& viewer, const ConversationId& id);

/// Sends a message exactly once: the number, the message and its announcement are one unit of
/// work of three statements. Repeated with the same key and text it changes nothing and
/// answers the same message; with another text, key_reused. Refuses action_unavailable when
/// everybody else has left.
struct Sent {
    Message message;
    bool repeated = false;
};
Sent send(Transaction& tx, const Outgoing& outgoing);

/// The reader takes part, or not_found.
std::vector<Message> read(Transaction& tx, const AccountId& reader, const ConversationId& id,
                          const Stretch& stretch);

/// The reader has read up to `seq`. Never goes back; refuses (422) what was not sent yet.
Conversation mark_read_to(Transaction& tx, const AccountId& reader, const ConversationId& id,
                          std::int64_t seq);

/// For whoever closes the account: takes no further part, and what it wrote is gone for both
/// sides (Settled 17). The other sides' messages stay theirs.
void forget_author(Transaction& tx, const AccountId& author);

} // namespace domain::conversations
