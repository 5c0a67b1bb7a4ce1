#include "domain/requests/request_store.hpp"

#include "domain/core/check.hpp"
#include "domain/core/refused.hpp"
#include "domain/core/stored.hpp"
#include "domain/vault/vault.hpp"

namespace domain::requests {

namespace {

constexpr std::string_view content_column = "requests.content";

struct Row {
    std::string id, client, content, state;
    Instant sent_at{}, expires_at{};
    std::int64_t version = 0;
    auto fields() { return std::tie(id, client, content, state, sent_at, expires_at, version); }
};

struct RecipientRow {
    std::string provider;
    std::optional<Instant> refused_at{};
    auto fields() { return std::tie(provider, refused_at); }
};

std::vector<Recipient> recipients_of(Transaction& tx, const std::string& id)
{
    std::vector<Recipient> recipients;
    for (const auto& row : tx.all<RecipientRow>(R"(
             SELECT provider_id, refused_at
               FROM request_recipients
              WHERE request_id = :id
              ORDER BY provider_id)",
                                                id)) {
        recipients.push_back({stored(AccountId::parse(row.provider)), row.refused_at});
    }
    return recipients;
}

Request to_request(Transaction& tx, const Row& row)
{
    // Once its author is forgotten, a request that led to an order is left without its words.
    const auto content =
        row.content.empty() ? std::nullopt : tx.vault.open({content_column, row.id}, row.content);
    return {.id = stored(RequestId::parse(row.id)),
            .client = stored(AccountId::parse(row.client)),
            .state = stored(lifecycle.states.parse(row.state)),
            .need = content ? std::optional(need_in(*content)) : std::nullopt,
            .recipients = recipients_of(tx, row.id),
            .sent_at = row.sent_at,
            .expires_at = row.expires_at,
            .version = row.version};
}

std::vector<Request> to_requests(Transaction& tx, const std::vector<Row>& rows)
{
    std::vector<Request> requests;
    requests.reserve(rows.size());
    for (const auto& row : rows)
        requests.push_back(to_request(tx, row));
    return requests;
}

} // namespace

void insert(Transaction& tx, const Request& request)
{
    check(request.need.has_value(), "a new request says what is needed");
    const auto sealed = tx.vault.seal(request.client.text(), Category::message,
                                      {content_column, request.id.text()}, written(*request.need));
    tx.run(R"(
        INSERT INTO requests (id, client_id, content, state, sent_at, expires_at, version)
        VALUES (:id, :client, :content, :state, :sent_at, :expires_at, :version))",
           request.id, request.client, sealed, name(request.state), request.sent_at,
           request.expires_at, request.version);
    for (const auto& recipient : request.recipients) {
        tx.run("INSERT INTO request_recipients (request_id, provider_id) VALUES (:id, :provider)",
               request.id, recipient.provider);
    }
}

void update(Transaction& tx, const Request& request)
{
    const std::optional<Instant> closed =
        lifecycle.is_final(request.state) ? std::optional(tx.now) : std::nullopt;
    tx.run(R"(
        UPDATE requests
           SET state = :state, closed_at = :closed_at, version = version + 1
         WHERE id = :id)",
           name(request.state), closed, request.id);
}

void mark_refused(Transaction& tx, const RequestId& id, const AccountId& provider)
{
    tx.run(R"(
        UPDATE request_recipients
           SET refused_at = :now
         WHERE request_id = :id AND provider_id = :provider)",
           tx.now, id, provider);
}

Request find(Transaction& tx, const RequestId& id)
{
    const auto row = tx.maybe<Row>(R"(
        SELECT id, client_id, content, state, sent_at, expires_at, version
          FROM requests
         WHERE id = :id)",
                                   id);
    if (!row) throw not_found();
    return to_request(tx, *row);
}

Request lock(Transaction& tx, const RequestId& id)
{
    const auto row = tx.maybe<Row>(R"(
        SELECT id, client_id, content, state, sent_at, expires_at, version
          FROM requests
         WHERE id = :id
           FOR UPDATE)",
                                   id);
    if (!row) throw not_found();
    return to_request(tx, *row);
}

std::vector<Request> page_sent_by(Transaction& tx, const AccountId& account, std::string_view after,
                                  int most)
{
    return to_requests(tx, tx.all<Row>(R"(
        SELECT id, client_id, content, state, sent_at, expires_at, version
          FROM requests
         WHERE client_id = :me AND (:after = '' OR id < :after)
         ORDER BY id DESC
         LIMIT :most)",
                                       account, after, most));
}

std::vector<Request> page_sent_to(Transaction& tx, const AccountId& account, std::string_view after,
                                  int most)
{
    return to_requests(tx, tx.all<Row>(R"(
        SELECT r.id, r.client_id, r.content, r.state, r.sent_at, r.expires_at, r.version
          FROM request_recipients t
          JOIN requests r ON r.id = t.request_id
         WHERE t.provider_id = :me AND (:after = '' OR t.request_id < :after)
         ORDER BY t.request_id DESC
         LIMIT :most)",
                                       account, after, most));
}

std::vector<RequestId> overdue(Transaction& tx, int most)
{
    return tx.all<RequestId>(R"(
        SELECT id FROM requests
         WHERE state = :open AND expires_at <= :now
           AND NOT EXISTS (SELECT 1 FROM quotes
                            WHERE request_id = requests.id AND closed_at IS NULL)
         ORDER BY expires_at
         LIMIT :most)",
                             storage::written<State::open>, tx.now, most);
}

} // namespace domain::requests
