#include "domain/access/sign_in.hpp"

#include "domain/access/attempts.hpp"
#include "domain/access/credential_store.hpp"
#include "domain/access/second_factor.hpp"
#include "domain/access/security_event.hpp"
#include "domain/access/sessions.hpp"
#include "domain/access/sign_in_ticket.hpp"
#include "domain/accounts/account_store.hpp"
#include "domain/core/crypto.hpp"

namespace domain::access {

namespace {

struct Candidate {
    std::optional<accounts::Account> account;
    Credentials credentials;
};

SecurityRefusal wrong()
{
    return {SecurityEvent::sign_in_refused,
            {Refusal::not_signed_in,
             {"Adresse ou mot de passe inconnus, ou adresse pas encore confirmée.",
              "Unknown address or password, or address not confirmed yet."}}};
}

/// What an unknown address is checked against, so that it takes as long as a known one.
const std::string& nobodys_hash()
{
    static const auto hash = password_hash(random_bytes(32));
    return hash;
}

Candidate candidate_for(Transaction& tx, const accounts::Email& email)
{
    Candidate candidate{accounts::find_by_email(tx, email), {}};
    if (candidate.account) candidate.credentials = credentials_of(tx, candidate.account->id);
    return candidate;
}

bool matches(const Candidate& candidate, const std::string& password)
{
    const auto& hash = candidate.credentials.password_hash;
    const bool right = password_matches(hash.empty() ? nobodys_hash() : hash, password);
    return right && candidate.account && candidate.account->state != accounts::AccountState::closed;
}

/// Replaces a hash of former parameters while the password is at hand.
void renew_hash(Database& db, Candidate& candidate, const std::string& password)
{
    auto& held = candidate.credentials.password_hash;
    if (!is_outdated(held)) return;
    const auto fresh = password_hash(password);
    db.transaction([&](Transaction& tx) {
        const auto account = accounts::lock(tx, candidate.account->id);
        if (credentials_of(tx, account.id).password_hash != held) throw wrong();
        write_rehash(tx, account.id, fresh);
    });
    held = fresh;
}

/// The password was right: from here on the code is what is tried.
void begin_code(Database& db, const SignIn& attempt, const Candidate& candidate,
                const accounts::ConnectionOrigin& from)
{
    const auto ticket = db.transaction([&](Transaction& tx) {
        forgive_sign_in(tx, accounts::index_of(tx, attempt.email), from);
        return ticket_for(tx.vault, candidate.account->id, candidate.credentials, tx.now);
    });
    if (attempt.code.empty()) throw CodeNeeded(ticket);
    db.transaction(
        [&](Transaction& tx) { count_code(tx, accounts::index_of(tx, attempt.email), from); });
}

} // namespace

OpenedSession sign_in(Database& db, const SignIn& attempt, const accounts::ConnectionOrigin& from)
{
    auto candidate = db.transaction([&](Transaction& tx) {
        count_sign_in(tx, accounts::index_of(tx, attempt.email), from);
        return candidate_for(tx, attempt.email);
    });
    if (!matches(candidate, attempt.password)) throw wrong();
    renew_hash(db, candidate, attempt.password);
    const bool has_factor = candidate.credentials.totp_confirmed;
    if (has_factor) begin_code(db, attempt, candidate, from);

    return db.transaction([&](Transaction& tx) {
        const auto account = accounts::lock(tx, candidate.account->id);
        const auto now_stored = credentials_of(tx, account.id);
        if (now_stored.password_hash != candidate.credentials.password_hash) throw wrong();
        if (has_factor && !use_code(tx, account.id, attempt.code)) throw wrong_code();
        const auto forgive = has_factor ? forgive_code : forgive_sign_in;
        forgive(tx, accounts::index_of(tx, attempt.email), from);
        auto opened = sessions::open(tx, account, attempt.channel, has_factor, from);
        sessions::make_room_for(tx, account.id, opened.id, attempt.sessions_at_most);
        return opened;
    });
}

bool proves_password(Database& db, const AccountId& account, const std::string& password,
                     bool is_code_next)
{
    const auto hash = db.transaction([&](Transaction& tx) {
        count_proof(tx, account, Tried::password);
        if (is_code_next) count_proof(tx, account, Tried::code);
        return credentials_of(tx, account).password_hash;
    });
    const bool is_right = !hash.empty() && password_matches(hash, password);
    if (is_right || is_code_next) {
        const auto unspent = is_right ? Tried::password : Tried::code;
        db.transaction([&](Transaction& tx) { forgive_proof(tx, account, unspent); });
    }
    return is_right;
}

} // namespace domain::access
