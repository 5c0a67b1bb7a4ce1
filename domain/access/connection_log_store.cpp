#include "domain/access/connection_log_store.hpp"

#include "domain/access/attempts.hpp"
#include "domain/vault/sealed_row.hpp"

namespace domain::access {

namespace {

std::string_view name(ConnectionEvent event)
{
    switch (event) {
    case ConnectionEvent::sign_up: return "sign_up";
    case ConnectionEvent::sign_in: return "sign_in";
    case ConnectionEvent::password_reset: return "password_reset";
    case ConnectionEvent::password_change: return "password_change";
    case ConnectionEvent::email_change_request: return "email_change_request";
    case ConnectionEvent::email_change: return "email_change";
    case ConnectionEvent::second_factor_set: return "second_factor_set";
    case ConnectionEvent::second_factor_removal: return "second_factor_removal";
    case ConnectionEvent::identity_change: return "identity_change";
    case ConnectionEvent::payout_recipient: return "payout_recipient";
    case ConnectionEvent::strong_authentication: return "strong_authentication";
    case ConnectionEvent::archive_key: return "archive_key";
    case ConnectionEvent::closure: return "closure";
    }
    return "unknown";
}

struct Row {
    ConnectionId id = storage::unread;
    Instant at;
    std::string user_agent;
    auto fields() { return std::tie(id, at, user_agent); }
};

vault::SealedRow part_of(Transaction& tx, const AccountId& account, const ConnectionId& id)
{
    return {tx, "connection_log", Category::connection, account.text(), id.text()};
}

} // namespace

void log_connection(Transaction& tx, const AccountId& account, ConnectionEvent event,
                    const accounts::ConnectionOrigin& from)
{
    const auto id = ConnectionId::fresh(tx.now);
    const auto part = part_of(tx, account, id);
    tx.run(R"(
        INSERT INTO connection_log (id, account_id, at, event, address, user_agent, network_index)
        VALUES (:id, :account, :at, :event, :address, :user_agent, :network))",
           id, account, tx.now, name(event), part.sealed("address", from.address).value_or(""),
           part.sealed("user_agent", from.user_agent).value_or(""), network_index(tx, from));
}

std::optional<Connection> latest_connection(Transaction& tx, const AccountId& account,
                                            ConnectionEvent event)
{
    const auto row = tx.maybe<Row>(R"(
        SELECT id, at, user_agent
          FROM connection_log
         WHERE account_id = :account AND event = :event
         ORDER BY at DESC, id DESC
         LIMIT 1)",
                                   account, name(event));
    if (!row) return {};
    if (row->user_agent.empty()) return Connection{row->at, {}};
    return Connection{row->at, part_of(tx, account, row->id).opened("user_agent", row->user_agent)};
}

} // namespace domain::access
