#include "domain/conversations/conversation_store.hpp"

namespace domain::conversations {

namespace {

/// One participant of one conversation, as the viewer sees both.
struct Row {
    std::string id, account, role;
    std::optional<std::string> request;
    Instant opened_at, active_at;
    std::int64_t last_seq = 0, unread = 0, read_seq = 0;
    std::optional<Instant> left_at;

    auto fields()
    {
        return std::tie(id, request, opened_at, active_at, last_seq, unread, account, role,
                        read_seq, left_at);
    }
};

Participant to_participant(const Row& row)
{
    const auto role = parse_role(row.role);
    check(role.has_value(), "a stored role is known");
    return {row.account, *role, row.read_seq, row.left_at};
}

/// Rows come conversation by conversation.
std::vector<Conversation> gathered(const std::vector<Row>& rows)
{
    std::vector<Conversation> all;
    for (const auto& row : rows) {
        if (all.empty() || all.back().id.text() != row.id) {
            const auto id = ConversationId::parse(row.id);
            check(id.has_value(), "a stored conversation has its id");
            all.push_back(
                {*id, row.request, row.opened_at, row.active_at, row.last_seq, row.unread, {}});
        }
        all.back().participants.push_back(to_participant(row));
    }
    return all;
}

} // namespace

Opened find_or_insert(Transaction& tx, const std::string& topic, const RequestId& request)
{
    const auto fresh = ConversationId::fresh(tx.now);
    const auto inserted = tx.run(R"(
        INSERT INTO conversations (id, topic, request_id, opened_at, last_seq, active_at)
        VALUES (:id, :topic, :request, :at, 0, :at)
        ON CONFLICT (topic) DO NOTHING)",
                                 fresh, topic, request, tx.now);
    if (inserted == 1) return {fresh, true};
    const auto id = ConversationId::parse(
        tx.one<std::string>("SELECT id FROM conversations WHERE topic = :topic", topic));
    check(id.has_value(), "a stored conversation has its id");
    return {*id, false};
}

void insert_participant(Transaction& tx, const ConversationId& id, const AccountId& account,
                        Role role)
{
    tx.run(R"(
        INSERT INTO conversation_participants (conversation_id, account_id, role, joined_at,
                                               joined_seq, read_seq, notified_seq)
        VALUES (:id, :account, :role, :at, 0, 0, 0))",
           id, account, name(role), tx.now);
}

std::vector<Conversation> list_for(Transaction& tx, const AccountId& viewer, const Place& after,
                                   int most)
{
    return gathered(tx.all<Row>(R"(
        SELECT page.id, page.request_id, page.opened_at, page.active_at, page.last_seq,
               page.unread, everyone.account_id, everyone.role, everyone.read_seq,
               everyone.left_at
          FROM (SELECT c.id, c.request_id, c.opened_at, c.active_at, c.last_seq,
                       (SELECT COUNT(*)
                          FROM messages m
                         WHERE m.conversation_id = c.id AND m.seq > mine.read_seq
                           AND m.author_id <> mine.account_id) AS unread
                  FROM conversation_participants mine
                  JOIN conversations c ON c.id = mine.conversation_id
                 WHERE mine.account_id = :viewer AND (c.active_at, c.id) < (:at, :after)
                 ORDER BY c.active_at DESC, c.id DESC
                 LIMIT :most) page
          JOIN conversation_participants everyone ON everyone.conversation_id = page.id
         ORDER BY page.active_at DESC, page.id DESC, everyone.role, everyone.account_id)",
                                viewer, after.active_at, after.id, most));
}

std::optional<Conversation> maybe_find_for(Transaction& tx, const AccountId& viewer,
                                           const ConversationId& id)
{
    auto found = gathered(tx.all<Row>(R"(
        SELECT c.id, c.request_id, c.opened_at, c.active_at, c.last_seq,
               (SELECT COUNT(*)
                  FROM messages m
                 WHERE m.conversation_id = c.id AND m.seq > mine.read_seq
                   AND m.author_id <> mine.account_id),
               everyone.account_id, everyone.role, everyone.read_seq, everyone.left_at
          FROM conversations c
          JOIN conversation_participants mine ON mine.conversation_id = c.id
          JOIN conversation_participants everyone ON everyone.conversation_id = c.id
         WHERE c.id = :id AND mine.account_id = :viewer
         ORDER BY everyone.role, everyone.account_id)",
                                      id, viewer));
    if (found.empty()) return {};
    return std::move(found.front());
}

bool has_asked(Transaction& tx, const AccountId& client, const AccountId& provider)
{
    return tx.one<bool>(R"(
        SELECT CASE WHEN EXISTS (SELECT 1
                                   FROM conversation_participants c
                                   JOIN conversation_participants p
                                     ON p.conversation_id = c.conversation_id
                                  WHERE c.account_id = :client AND c.role = 'client'
                                    AND p.account_id = :provider AND p.role = 'provider')
                    THEN 1 ELSE 0 END)",
                        client, provider);
}

std::optional<Number> take_number(Transaction& tx, const ConversationId& id,
                                  const AccountId& author)
{
    // `active_at` never goes back: whoever waited for the lock brings an earlier `now`.
    return tx.maybe<Number>(R"(
        UPDATE conversations
           SET last_seq = last_seq + 1,
               active_at = CASE WHEN active_at > :now THEN active_at ELSE :now END
         WHERE id = :id
           AND EXISTS (SELECT 1
                         FROM conversation_participants me
                        WHERE me.conversation_id = :id AND me.account_id = :author
                          AND me.left_at IS NULL)
           AND EXISTS (SELECT 1
                         FROM conversation_participants other
                        WHERE other.conversation_id = :id AND other.account_id <> :author
                          AND other.left_at IS NULL)
        RETURNING last_seq, active_at)",
                            tx.now, id, author);
}

void give_number_back(Transaction& tx, const ConversationId& id)
{
    tx.run(R"(
        UPDATE conversations
           SET last_seq = last_seq - 1,
               active_at = COALESCE((SELECT m.sent_at
                                       FROM messages m
                                      WHERE m.conversation_id = conversations.id
                                        AND m.seq = conversations.last_seq - 1), opened_at)
         WHERE id = :id)",
           id);
}

bool mark_read(Transaction& tx, const ConversationId& id, const AccountId& reader, std::int64_t seq)
{
    return tx.run(R"(
        UPDATE conversation_participants
           SET read_at = CASE WHEN read_seq < :seq THEN :now ELSE read_at END,
               read_seq = CASE WHEN read_seq < :seq THEN :seq ELSE read_seq END
         WHERE conversation_id = :id AND account_id = :reader
           AND :seq <= (SELECT c.last_seq FROM conversations c WHERE c.id = :id))",
                  seq, tx.now, id, reader) == 1;
}

std::vector<Unread> to_notify(Transaction& tx, const MessageId& message)
{
    struct UnreadRow {
        std::string account, conversation;
        auto fields() { return std::tie(account, conversation); }
    };
    const auto rows = tx.all<UnreadRow>(R"(
        UPDATE conversation_participants
           SET notified_seq = (SELECT m.seq FROM messages m WHERE m.id = :message)
         WHERE conversation_id = (SELECT m.conversation_id FROM messages m WHERE m.id = :message)
           AND account_id <> (SELECT m.author_id FROM messages m WHERE m.id = :message)
           AND read_seq < (SELECT m.seq FROM messages m WHERE m.id = :message)
           AND notified_seq <= read_seq AND left_at IS NULL
        RETURNING account_id, conversation_id)",
                                        message);
    std::vector<Unread> unread;
    for (const auto& row : rows) {
        const auto account = AccountId::parse(row.account);
        const auto conversation = ConversationId::parse(row.conversation);
        check(account && conversation, "a stored participant is one");
        unread.push_back({*account, *conversation});
    }
    return unread;
}

void leave_all(Transaction& tx, const AccountId& account)
{
    tx.run(R"(
        UPDATE conversation_participants
           SET left_at = :now,
               left_seq = (SELECT c.last_seq FROM conversations c WHERE c.id = conversation_id)
         WHERE account_id = :account AND left_at IS NULL)",
           tx.now, account);
}

} // namespace domain::conversations
