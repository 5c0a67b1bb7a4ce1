#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/access/session.hpp"
#include "domain/accounts/account.hpp"
#include "domain/accounts/origin.hpp"
#include "domain/storage/transaction.hpp"
#include "domain/vault/vault.hpp"

namespace domain::access::sessions {

/// Opens a session and records the sign-in. Whoever calls has made sure of the person.
OpenedSession open(Transaction& tx, const accounts::Account& account, Channel channel,
                   bool second_factor, const accounts::ConnectionOrigin& from);

/// A live session and what its account may do: read at every request, so in one query.
struct Found {
    AccountId account;
    accounts::AccountKind kind = accounts::AccountKind::member;
    bool is_client = false;
    bool is_provider = false;
    bool email_verified = false;
    Language language = Language::fr;
    Channel channel = Channel::bearer;
    bool second_factor = false;
    std::string token_sha256;
    bool needs_touch = false; // last seen long enough ago to be worth a write
};

/// The session with this token: nothing when there is none, when it has ended, or when its
/// account is closed.
std::optional<Found> find(Transaction& tx, std::string_view token);

/// Whose session `token` is said to be, under our signature; whether it lives only find() tells.
/// Nothing for any other text. Asks nobody, so it costs the same whoever is meant.
std::optional<AccountId> claimed_by(const Vault& vault, std::string_view token);

/// find() in two parts, for whoever asks something else in the same trip (Transaction::ahead).
struct FoundRow {
    AccountId account_id = storage::unread;
    std::string kind, language, state;
    bool is_client = false, is_provider = false;
    std::optional<Instant> email_verified_at;
    std::string channel;
    bool second_factor = false;
    Instant last_seen_at{}, expires_at{};
    std::string token_sha256;
    auto fields()
    {
        return std::tie(account_id, kind, language, state, is_client, is_provider,
                        email_verified_at, channel, second_factor, last_seen_at, expires_at,
                        token_sha256);
    }
};
storage::Query<FoundRow, std::string> question_of(std::string_view token);
std::optional<Found> found_in(const std::vector<FoundRow>& rows, Instant now);

/// Notes that the session is in use, so that it does not end for idleness.
void touch(Transaction& tx, const std::string& token_sha256);

/// What a page must send back beside the cookie of `token`.
std::string csrf_token(const Vault& vault, std::string_view token);

/// The account's live sessions, newest first; the one with this hash is the current one.
std::vector<Session> all_of(Transaction& tx, const AccountId& account,
                            std::string_view token_sha256);

/// Ends one session, or all sessions of an account at once. By its id: not_found
/// unless it is one of the account's.
void end(Transaction& tx, const std::string& token_sha256);
void end(Transaction& tx, const AccountId& account, const SessionId& id);
void end_all(Transaction& tx, const AccountId& account);

/// Ends the longest unused sessions of an account beside `newest`, so that `most` are left.
void make_room_for(Transaction& tx, const AccountId& account, const SessionId& newest,
                   std::int64_t most);

} // namespace domain::access::sessions
