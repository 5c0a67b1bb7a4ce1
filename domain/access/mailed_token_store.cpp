#include "domain/access/mailed_token_store.hpp"

#include "domain/core/crypto.hpp"

namespace domain::access {

using namespace std::chrono_literals;

namespace {

std::chrono::seconds life_of(TokenPurpose purpose)
{
    return purpose == TokenPurpose::password ? std::chrono::seconds(30min) : std::chrono::days{3};
}

std::optional<AccountId> to_id(const std::optional<std::string>& text)
{
    if (!text) return {};
    auto id = AccountId::parse(*text);
    check(id.has_value(), "a stored token names an account");
    return id;
}

} // namespace

std::string_view name(TokenPurpose purpose)
{
    switch (purpose) {
    case TokenPurpose::email_verification: return "email_verification";
    case TokenPurpose::password: return "password";
    case TokenPurpose::email_change: return "email_change";
    }
    return "unknown";
}

std::string issue_token(Transaction& tx, const AccountId& account, TokenPurpose purpose)
{
    auto token = to_base64url(random_bytes(32));
    tx.run("DELETE FROM mailed_tokens WHERE account_id = :account AND expires_at <= :now", account,
           tx.now);
    tx.run(R"(
        INSERT INTO mailed_tokens (token_sha256, account_id, purpose, created_at, expires_at)
        VALUES (:token, :account, :purpose, :at, :expires))",
           sha256_hex(token), account, name(purpose), tx.now, tx.now + life_of(purpose));
    return token;
}

std::optional<AccountId> use_token(Transaction& tx, std::string_view token, TokenPurpose purpose)
{
    return to_id(tx.maybe<std::string>(R"(
        DELETE FROM mailed_tokens
         WHERE token_sha256 = :token AND purpose = :purpose AND expires_at > :now
        RETURNING account_id)",
                                       sha256_hex(token), name(purpose), tx.now));
}

std::optional<AccountId> peek_token(Transaction& tx, std::string_view token, TokenPurpose purpose)
{
    return to_id(tx.maybe<std::string>(R"(
        SELECT account_id
          FROM mailed_tokens
         WHERE token_sha256 = :token AND purpose = :purpose AND expires_at > :now)",
                                       sha256_hex(token), name(purpose), tx.now));
}

void revoke_tokens(Transaction& tx, const AccountId& account, TokenPurpose purpose)
{
    tx.run("DELETE FROM mailed_tokens WHERE account_id = :account AND purpose = :purpose", account,
           name(purpose));
}

SecurityRefusal dead_link()
{
    return {
        SecurityEvent::link_refused,
        {Refusal::invalid_fields,
         {"Ce lien n'est pas valable, ou a déjà servi : demandez-en un nouveau.",
          "This link is not valid, or was used: ask for a new one."},
         {{"token", {"Lien inconnu, expiré ou déjà utilisé.", "Unknown, expired or used link."}}}}};
}

} // namespace domain::access
