#include "domain/quotes/forgetting_store.hpp"

#include "domain/forgetting/destruction_order.hpp"
#include "domain/quotes/lifecycle.hpp"

namespace domain::quotes {

std::vector<QuoteId> open_of(Transaction& tx, const AccountId& provider)
{
    return tx.all<QuoteId>(
        "SELECT id FROM quotes WHERE provider_id = :provider AND state = :sent ORDER BY id",
        provider, storage::written<State::sent>);
}

std::vector<QuoteId> unaccepted_of(Transaction& tx, const AccountId& account)
{
    return tx.all<QuoteId>(R"(
        SELECT q.id
          FROM quotes q
         WHERE (q.provider_id = :account OR q.client_id = :account)
           AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.quote_id = q.id)
         ORDER BY q.id)",
                           account);
}

std::vector<QuoteId> accepted_of(Transaction& tx, const AccountId& provider)
{
    return tx.all<QuoteId>(R"(
        SELECT q.id
          FROM quotes q
          JOIN orders o ON o.quote_id = q.id
         WHERE q.provider_id = :provider
         ORDER BY q.id)",
                           provider);
}

void erase_texts(Transaction& tx, const QuoteId& quote)
{
    for (const auto& id :
         tx.all<std::string>("SELECT id FROM quote_versions WHERE quote_id = :quote", quote)) {
        forgetting::order_destruction(tx, "quote_version", id);
        tx.run("DELETE FROM quote_versions WHERE id = :id", id);
    }
}

void erase(Transaction& tx, const QuoteId& quote)
{
    erase_texts(tx, quote);
    tx.run("DELETE FROM quotes WHERE id = :quote", quote);
}

} // namespace domain::quotes
