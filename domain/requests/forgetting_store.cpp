#include "domain/requests/forgetting_store.hpp"

#include "domain/requests/lifecycle.hpp"

namespace domain::requests {

std::vector<RequestId> open_of_client(Transaction& tx, const AccountId& client)
{
    return tx.all<RequestId>(
        "SELECT id FROM requests WHERE client_id = :client AND state = :open ORDER BY id", client,
        storage::written<State::open>);
}

std::vector<RequestId> open_to_provider(Transaction& tx, const AccountId& provider)
{
    return tx.all<RequestId>(R"(
        SELECT r.id
          FROM requests r
          JOIN request_recipients t ON t.request_id = r.id
         WHERE t.provider_id = :provider AND t.refused_at IS NULL AND r.state = :open
         ORDER BY r.id)",
                             provider, storage::written<State::open>);
}

void erase_of_client(Transaction& tx, const AccountId& client)
{
    tx.run(R"(
        DELETE FROM request_recipients
         WHERE request_id IN (SELECT r.id
                                FROM requests r
                               WHERE r.client_id = :client
                                 AND NOT EXISTS (SELECT 1 FROM orders o
                                                  WHERE o.request_id = r.id)))",
           client);
    tx.run(R"(
        DELETE FROM requests
         WHERE client_id = :client
           AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.request_id = requests.id))",
           client);
    tx.run("UPDATE requests SET content = '' WHERE client_id = :client", client);
}

void erase_recipient(Transaction& tx, const AccountId& provider)
{
    tx.run(R"(
        DELETE FROM request_recipients
         WHERE provider_id = :provider
           AND NOT EXISTS (SELECT 1
                             FROM orders o
                            WHERE o.request_id = request_recipients.request_id
                              AND o.provider_id = request_recipients.provider_id))",
           provider);
}

} // namespace domain::requests
