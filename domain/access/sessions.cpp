#include "domain/access/sessions.hpp"

#include "domain/access/connection_log_store.hpp"
#include "domain/accounts/account_store.hpp"
#include "domain/core/crypto.hpp"
#include "domain/vault/sealed_row.hpp"

namespace domain::access::sessions {

namespace {

constexpr std::string_view claim_purpose = "session";

struct ListedRow {
    SessionId id = storage::unread;
    std::string token_sha256, channel;
    bool second_factor = false;
    std::optional<std::string> user_agent;
    Instant created_at, last_seen_at, expires_at;
    auto fields()
    {
        return std::tie(id, token_sha256, channel, second_factor, user_agent, created_at,
                        last_seen_at, expires_at);
    }
};

Channel channel_of(const std::string& text)
{
    const auto channel = parse_channel(text);
    check(channel.has_value(), "a stored channel is one of ours");
    return *channel;
}

/// A secret, whose it is, and our signature under both: claimed_by() reads it back.
std::string signed_token(const Vault& vault, const AccountId& account)
{
    const auto claim = "ses-" + to_base64url(random_bytes(32)) + "." + account.text();
    return claim + "." + vault.signature(claim_purpose, claim);
}

} // namespace

OpenedSession open(Transaction& tx, const accounts::Account& account, Channel channel,
                   bool second_factor, const accounts::ConnectionOrigin& from)
{
    const auto token = signed_token(tx.vault, account.id);
    OpenedSession opened{.id = SessionId::fresh(tx.now),
                         .account = account.id,
                         .channel = channel,
                         .token = token,
                         .csrf_token = csrf_token(tx.vault, token),
                         .second_factor = second_factor,
                         .expires_at = tx.now + session_at_most};
    const vault::SealedRow part(tx, "sessions", Category::connection, account.id.text(),
                                opened.id.text());
    tx.run(R"(
        INSERT INTO sessions (id, token_sha256, account_id, channel, second_factor, user_agent,
                              created_at, last_seen_at, expires_at)
        VALUES (:id, :token, :account, :channel, :second_factor, :user_agent, :at, :at, :expires))",
           opened.id, sha256_hex(token), account.id, name(channel), second_factor,
           part.sealed("user_agent", from.user_agent), tx.now, opened.expires_at);
    log_connection(tx, account.id, ConnectionEvent::sign_in, from);
    accounts::touch_sign_in(tx, account.id);
    return opened;
}

std::optional<AccountId> claimed_by(const Vault& vault, std::string_view token)
{
    const auto end = token.rfind('.');
    if (end == std::string_view::npos) return {};
    const auto claim = token.substr(0, end);
    const auto signature = vault.signature(claim_purpose, claim);
    if (!equal_in_constant_time(token.substr(end + 1), signature)) return {};
    return AccountId::parse(claim.substr(claim.find('.') + 1));
}

storage::Query<FoundRow, std::string> question_of(std::string_view token)
{
    return storage::query<FoundRow>(R"(
        SELECT a.id, a.kind, a.language, a.state, a.is_client, a.is_provider, a.email_verified_at,
               s.channel, s.second_factor, s.last_seen_at, s.expires_at, s.token_sha256
          FROM sessions s
          JOIN accounts a ON a.id = s.account_id
         WHERE s.token_sha256 = :token)",
                                    sha256_hex(token));
}

std::optional<Found> found_in(const std::vector<FoundRow>& rows, Instant now)
{
    if (rows.empty()) return {};
    const auto& row = rows.front();
    const auto channel = channel_of(row.channel);
    if (has_ended(channel, row.last_seen_at, row.expires_at, now)) return {};
    if (accounts::parse_account_state(row.state) == accounts::AccountState::closed) return {};
    return Found{.account = row.account_id,
                 .kind = stored(accounts::parse_account_kind(row.kind)),
                 .is_client = row.is_client,
                 .is_provider = row.is_provider,
                 .email_verified = row.email_verified_at.has_value(),
                 .language = parse_language(row.language),
                 .channel = channel,
                 .second_factor = row.second_factor,
                 .token_sha256 = row.token_sha256,
                 .needs_touch = now - row.last_seen_at > idle_at_most(channel) / 20};
}

std::optional<Found> find(Transaction& tx, std::string_view token)
{
    return found_in(tx.all(question_of(token)), tx.now);
}

void touch(Transaction& tx, const std::string& token_sha256)
{
    tx.run("UPDATE sessions SET last_seen_at = :at WHERE token_sha256 = :token", tx.now,
           token_sha256);
}

std::string csrf_token(const Vault& vault, std::string_view token)
{
    return vault.signature("csrf", token);
}

std::vector<Session> all_of(Transaction& tx, const AccountId& account,
                            std::string_view token_sha256)
{
    const auto rows = tx.all<ListedRow>(R"(
        SELECT id, token_sha256, channel, second_factor, user_agent, created_at, last_seen_at,
               expires_at
          FROM sessions
         WHERE account_id = :account AND expires_at > :now
         ORDER BY created_at DESC
         LIMIT 200)",
                                        account, tx.now);
    std::vector<Session> live;
    for (const auto& row : rows) {
        const auto channel = channel_of(row.channel);
        if (has_ended(channel, row.last_seen_at, row.expires_at, tx.now)) continue;
        const vault::SealedRow part(tx, "sessions", Category::connection, account.text(),
                                    row.id.text());
        live.push_back({row.id, row.token_sha256 == token_sha256, channel, row.second_factor,
                        part.opened("user_agent", row.user_agent), row.created_at, row.last_seen_at,
                        row.expires_at});
    }
    return live;
}

void end(Transaction& tx, const std::string& token_sha256)
{
    tx.run("DELETE FROM sessions WHERE token_sha256 = :token", token_sha256);
}

void end(Transaction& tx, const AccountId& account, const SessionId& id)
{
    const auto ended =
        tx.run("DELETE FROM sessions WHERE id = :id AND account_id = :account", id, account);
    if (ended == 0) throw not_found();
}

void end_all(Transaction& tx, const AccountId& account)
{
    tx.run("DELETE FROM sessions WHERE account_id = :account", account);
}

void make_room_for(Transaction& tx, const AccountId& account, const SessionId& newest,
                   std::int64_t most)
{
    tx.run(R"(
        DELETE FROM sessions
         WHERE account_id = :account AND id <> :newest
           AND id NOT IN (SELECT id
                            FROM sessions
                           WHERE account_id = :account AND id <> :newest
                           ORDER BY last_seen_at DESC, id DESC
                           LIMIT :others))",
           account, newest, most - 1);
}

} // namespace domain::access::sessions
