#include "domain/conversations/conversations.hpp"

#include "domain/core/refused.hpp"
#include "domain/events/event_store.hpp"

namespace domain::conversations {

namespace {

Refused nobody_left()
{
    return {Refusal::action_unavailable,
            {"Il n'y a plus personne pour lire : l'autre compte est fermé.",
             "Nobody is left to read it: the other account is closed."}};
}

/// What was sent under this key, when it was this very message.
Sent sent_before(Transaction& tx, const Outgoing& outgoing)
{
    auto sent = maybe_find_sent(tx, outgoing);
    check(sent.has_value(), "a key is in use by a message that exists");
    if (sent->text && *sent->text != outgoing.text) {
        throw Refused(
            Refusal::key_reused,
            {"Un autre message est déjà parti sous cette clé : rechargez la page, ou prenez "
             "une nouvelle clé.",
             "Another message has gone out under this key: reload the page, or take a "
             "new key."});
    }
    return {std::move(*sent), true};
}

} // namespace

ConversationId open(Transaction& tx, const RequestId& request, const AccountId& client,
                    const AccountId& provider)
{
    const auto opened = find_or_insert(tx, request.text() + " " + provider.text(), request);
    if (opened.fresh) {
        insert_participant(tx, opened.id, client, Role::client);
        insert_participant(tx, opened.id, provider, Role::provider);
    }
    return opened.id;
}

Conversation find_for(Transaction& tx, const AccountId& viewer, const ConversationId& id)
{
    auto found = maybe_find_for(tx, viewer, id);
    if (!found) throw not_found();
    return std::move(*found);
}

Sent send(Transaction& tx, const Outgoing& outgoing)
{
    const auto number = take_number(tx, outgoing.conversation, outgoing.author);
    if (!number) {
        find_for(tx, outgoing.author, outgoing.conversation);
        if (maybe_find_sent(tx, outgoing)) return sent_before(tx, outgoing);
        throw nobody_left();
    }
    Message message{MessageId::fresh(tx.now), number->seq, outgoing.author.text(), outgoing.text,
                    number->sent_at};
    if (!insert(tx, message, outgoing)) {
        give_number_back(tx, outgoing.conversation);
        return sent_before(tx, outgoing);
    }
    events::announce(tx, {events::Kind::message_sent, message.id.text()});
    return {std::move(message), false};
}

std::vector<Message> read(Transaction& tx, const AccountId& reader, const ConversationId& id,
                          const Stretch& stretch)
{
    find_for(tx, reader, id);
    return list(tx, id, stretch);
}

Conversation mark_read_to(Transaction& tx, const AccountId& reader, const ConversationId& id,
                          std::int64_t seq)
{
    const bool marked = mark_read(tx, id, reader, seq);
    auto conversation = find_for(tx, reader, id);
    if (!marked) {
        throw Refused(Refusal::invalid_fields,
                      {"Ce message n'a pas encore été envoyé.", "That message is not sent yet."},
                      {{"seq",
                        {"Au plus le numéro du dernier message.",
                         "At most the number of the last message."}}});
    }
    return conversation;
}

void forget_author(Transaction& tx, const AccountId& author)
{
    leave_all(tx, author);
    erase_bodies(tx, author);
}

} // namespace domain::conversations
