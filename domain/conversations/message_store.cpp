#include "domain/conversations/message_store.hpp"

#include "domain/vault/vault.hpp"

namespace domain::conversations {

namespace {

constexpr auto sealed_column = "messages.body";

struct Row {
    std::string id, author;
    std::int64_t seq = 0;
    std::optional<std::string> body;
    Instant sent_at;

    auto fields() { return std::tie(id, seq, author, body, sent_at); }
};

Message to_message(Transaction& tx, const Row& row)
{
    const auto id = MessageId::parse(row.id);
    check(id.has_value(), "a stored message has its id");
    auto text = row.body ? tx.vault.open({sealed_column, row.id}, *row.body) : std::nullopt;
    return {*id, row.seq, row.author, std::move(text), row.sent_at};
}

} // namespace

bool insert(Transaction& tx, const Message& message, const Outgoing& outgoing)
{
    const auto sealed = tx.vault.seal(outgoing.author.text(), Category::message,
                                      {sealed_column, message.id.text()}, outgoing.text);
    return tx.run(R"(
        INSERT INTO messages (id, conversation_id, seq, author_id, client_key, body, sent_at)
        VALUES (:id, :conversation, :seq, :author, :key, :body, :at)
        ON CONFLICT (conversation_id, author_id, client_key) DO NOTHING)",
                  message.id, outgoing.conversation, message.seq, outgoing.author, outgoing.key,
                  sealed, message.sent_at) == 1;
}

std::optional<Message> maybe_find_sent(Transaction& tx, const Outgoing& outgoing)
{
    const auto row = tx.maybe<Row>(R"(
        SELECT id, seq, author_id, body, sent_at
          FROM messages
         WHERE conversation_id = :conversation AND author_id = :author AND client_key = :key)",
                                   outgoing.conversation, outgoing.author, outgoing.key);
    if (!row) return {};
    return to_message(tx, *row);
}

std::vector<Message> list(Transaction& tx, const ConversationId& id, const Stretch& stretch)
{
    constexpr auto downwards = R"(
        SELECT id, seq, author_id, body, sent_at
          FROM messages
         WHERE conversation_id = :id AND seq < :seq
         ORDER BY seq DESC
         LIMIT :most)";
    constexpr auto upwards = R"(
        SELECT id, seq, author_id, body, sent_at
          FROM messages
         WHERE conversation_id = :id AND seq > :seq
         ORDER BY seq
         LIMIT :most)";
    const auto* sql = stretch.order == Order::newest_first ? downwards : upwards;
    std::vector<Message> messages;
    for (const auto& row : tx.all<Row>(sql, id, stretch.seq, stretch.most))
        messages.push_back(to_message(tx, row));
    return messages;
}

std::int64_t erase_bodies(Transaction& tx, const AccountId& author)
{
    return tx.run("UPDATE messages SET body = NULL WHERE author_id = :author AND body IS NOT NULL",
                  author);
}

} // namespace domain::conversations
