#include "domain/core/crypto.hpp"
#include "domain/core/refused.hpp"
#include "domain/vault/vault.hpp"
#include "invoicing/former_members/document_link.hpp"
#include "invoicing/former_members/own_documents.hpp"

namespace invoicing::former_members {

using namespace domain;

std::string issue_link(Transaction& tx, const AccountId& account)
{
    constexpr std::size_t token_bytes = 32;
    auto token = to_base64url(random_bytes(token_bytes));
    tx.run(R"(
        INSERT INTO document_links (id, token_index, account_id, created_at)
        VALUES (:id, :token, :account, :at))",
           DocumentLinkId::fresh(tx.now), index_of(tx, token), account, tx.now);
    return token;
}

std::string index_of(Transaction& tx, std::string_view token)
{
    return tx.vault.blind_index("document_link", token);
}

std::optional<DocumentLink> living_link(Transaction& tx, std::string_view token)
{
    return tx.maybe<DocumentLink>(R"(
        SELECT id, account_id, created_at, revoked_at
          FROM document_links
         WHERE token_index = :token AND revoked_at IS NULL)",
                                  index_of(tx, token));
}

std::vector<DocumentLink> links_to(Transaction& tx, const std::string& number)
{
    return tx.all<DocumentLink>(R"(
        SELECT l.id, l.account_id, l.created_at, l.revoked_at
          FROM document_links l
          JOIN invoices i ON i.issuer_id = l.account_id OR i.buyer_id = l.account_id
         WHERE i.number = :number
         ORDER BY l.id)",
                                number);
}

void revoke(Transaction& tx, const DocumentLinkId& id)
{
    const auto touched = tx.run(R"(
        UPDATE document_links
           SET revoked_at = COALESCE(revoked_at, :now)
         WHERE id = :id)",
                                tx.now, id);
    if (touched == 0) throw not_found();
}

void end_idle_links(Transaction& tx, const AccountId& account)
{
    if (has_documents(tx, account)) return;
    tx.run("DELETE FROM document_links WHERE account_id = :account", account);
}

} // namespace invoicing::former_members
