#include "domain/access/connection_log_store.hpp"

#include "domain/access/attempts.hpp"
#include "domain/vault/sealed_row.hpp"

namespace domain::access {

namespace {

std::string_view name(ConnectionEvent event)
{
    switch (event) {
    case ConnectionEvent::sign_in: return "sign_in";
    case ConnectionEvent::email_change_request: return "email_change_request";
    case ConnectionEvent::email_change: return "email_change";
    }
    return "unknown";
}

} // namespace

void log_connection(Transaction& tx, const AccountId& account, ConnectionEvent event,
                    const accounts::ConnectionOrigin& from)
{
    const auto id = ConnectionId::fresh(tx.now);
    const vault::SealedRow part(tx, "connection_log", Category::connection, account.text(),
                                id.text());
    tx.run(R"(
        INSERT INTO connection_log (id, account_id, at, event, address, user_agent, network_index)
        VALUES (:id, :account, :at, :event, :address, :user_agent, :network))",
           id, account, tx.now, name(event), part.sealed("address", from.address).value_or(""),
           part.sealed("user_agent", from.user_agent).value_or(""), network_index(tx, from));
}

} // namespace domain::access
