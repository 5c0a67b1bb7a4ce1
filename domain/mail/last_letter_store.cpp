#include "domain/core/stored.hpp"
#include "domain/mail/last_letter.hpp"
#include "domain/vault/sealed_row.hpp"

namespace domain::mail {

namespace {

using policy::Record;

struct Row {
    std::string recipient, subject, body;
    Instant written_at;
    auto fields() { return std::tie(recipient, subject, body, written_at); }
};

struct Waiting {
    std::string id;
    Instant written_at;
    auto fields() { return std::tie(id, written_at); }
};

vault::SealedRow sealed_row(Transaction& tx, const std::string& id)
{
    return {tx, "last_letters", vault::Category::contact, id};
}

std::vector<Record> candidates(Transaction& tx, const forgetting::Search& search)
{
    std::vector<Record> records;
    const auto waiting = tx.all<Waiting>(R"(
        SELECT id, written_at
          FROM last_letters
         WHERE written_at < :before AND id > :after
         ORDER BY id
         LIMIT :limit)",
                                         search.before, search.after, search.limit);
    records.reserve(waiting.size());
    for (const auto& letter : waiting) {
        records.push_back(
            {"email_changes", letter.id, "last mail to whoever left", letter.written_at});
    }
    return records;
}

} // namespace

void keep_last_letter(Transaction& tx, const Message& message)
{
    const auto row = sealed_row(tx, message.id);
    tx.run(R"(
        INSERT INTO last_letters (id, recipient, subject, body, written_at)
        VALUES (:id, :recipient, :subject, :body, :at))",
           message.id, row.sealed("recipient", message.to), row.sealed("subject", message.subject),
           row.sealed("body", message.body), tx.now);
}

std::optional<Message> maybe_last_letter(Transaction& tx, const EventId& event)
{
    const auto kept = tx.maybe<Row>(
        "SELECT recipient, subject, body, written_at FROM last_letters WHERE id = :id", event);
    if (!kept) return {};
    const auto row = sealed_row(tx, event.text());
    Message message;
    message.to = row.opened("recipient", kept->recipient);
    if (message.to.empty()) return {};
    message.subject = row.opened("subject", kept->subject);
    message.body = row.opened("body", kept->body);
    message.id = event.text();
    message.at = kept->written_at;
    return message;
}

bool has_last_letter(Transaction& tx, const EventId& event)
{
    return tx.one<std::int64_t>("SELECT COUNT(*) FROM last_letters WHERE id = :id", event) > 0;
}

void end_last_letter(Transaction& tx, const EventId& event)
{
    // The key first: a row without one is empty, and goes at the next attempt. Not journaled: put
    // back from before, the row is empty too, and its event ends it.
    tx.vault.destroy_all(event.text());
    tx.run("DELETE FROM last_letters WHERE id = :id", event);
}

std::int64_t late_last_letters(Transaction& tx)
{
    return tx.one<std::int64_t>("SELECT COUNT(*) FROM last_letters WHERE written_at < :before",
                                tx.now - std::chrono::hours{1});
}

forgetting::ObjectSweep last_letter_sweep()
{
    return {{"email_changes"}, candidates, [](Transaction& tx, const Record& record) {
                const auto event = stored(EventId::parse(record.object));
                if (!has_last_letter(tx, event)) return false;
                end_last_letter(tx, event);
                return true;
            }};
}

} // namespace domain::mail
