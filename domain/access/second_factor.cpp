#include "domain/access/second_factor.hpp"

#include <algorithm>

#include "domain/access/credential_store.hpp"
#include "domain/access/sensitive_change.hpp"
#include "domain/access/sessions.hpp"
#include "domain/access/totp.hpp"
#include "domain/accounts/account_store.hpp"
#include "domain/core/crypto.hpp"
#include "domain/profiles/profile_store.hpp"

namespace domain::access {

namespace {

constexpr int recovery_code_count = 10;
constexpr std::size_t recovery_code_bytes = 10; // 80 bits
constexpr std::chrono::hours verification_is_young{72};

std::vector<std::string> fresh_recovery_codes()
{
    std::vector<std::string> codes;
    codes.reserve(recovery_code_count);
    for (int i = 0; i < recovery_code_count; ++i)
        codes.push_back(to_hex(random_bytes(recovery_code_bytes)));
    return codes;
}

std::string without_spaces(std::string code)
{
    std::erase(code, ' ');
    return code;
}

bool use_totp(Transaction& tx, const AccountId& account, const Credentials& stored,
              const std::string& code)
{
    const auto step = step_of(stored.totp_secret, code, tx.now);
    return step && use_totp_step(tx, account, *step);
}

} // namespace

Enrolment enrol(Transaction& tx, const AccountId& account, std::string_view issuer)
{
    if (has_second_factor(tx, account)) {
        throw Refused(Refusal::action_unavailable,
                      {"Un second facteur est déjà en place : retirez-le d'abord.",
                       "A second factor is in place already: remove it first."});
    }
    const auto secret = fresh_totp_secret();
    write_totp(tx, account, secret);
    return {base32(secret), otpauth_uri(issuer, profiles::contact_of(tx, account).email, secret)};
}

std::vector<std::string> confirm(Transaction& tx, const AccountId& account, const std::string& code,
                                 const accounts::ConnectionOrigin& from)
{
    const auto stored = credentials_of(tx, account);
    if (stored.totp_confirmed || stored.totp_secret.empty()) {
        throw Refused(Refusal::action_unavailable,
                      {"Il n'y a rien à confirmer.", "There is nothing to confirm."});
    }
    if (!use_totp(tx, account, stored, without_spaces(code))) {
        throw SecurityRefusal(
            SecurityEvent::proof_refused,
            {Refusal::invalid_fields,
             {"Ce code n'est pas le bon.", "This code is wrong."},
             {{"code", {"Code faux, périmé ou déjà utilisé.", "Wrong, outdated or used code."}}}});
    }
    confirm_totp(tx, account);
    auto codes = fresh_recovery_codes();
    write_recovery_codes(tx, account, codes);
    sessions::end_all(tx, account);
    tell_owner(tx, account, SensitiveChange::second_factor_set, from);
    return codes;
}

bool use_code(Transaction& tx, const AccountId& account, const std::string& code)
{
    const auto stored = credentials_of(tx, account);
    if (!stored.totp_confirmed) return false;
    const auto given = without_spaces(code);
    return use_totp(tx, account, stored, given) || use_recovery_code(tx, account, given);
}

void remove_second_factor(Transaction& tx, const AccountId& account,
                          const accounts::ConnectionOrigin& from)
{
    if (accounts::needs_second_factor(accounts::find(tx, account).kind)) {
        throw Refused(Refusal::forbidden, {"Le second facteur est obligatoire pour ce compte.",
                                           "The second factor is mandatory for this account."});
    }
    remove_totp(tx, account);
    sessions::end_all(tx, account);
    tell_owner(tx, account, SensitiveChange::second_factor_removed, from);
}

Refused code_needed()
{
    return {Refusal::second_factor_needed,
            {"Donnez le code à usage unique de votre application d'authentification, ou l'un de "
             "vos codes de secours.",
             "Give the one-time code of your authenticator, or one of your recovery codes."}};
}

SecurityRefusal wrong_code()
{
    return {SecurityEvent::code_refused, code_needed()};
}

bool has_second_factor(Transaction& tx, const AccountId& account)
{
    return credentials_of(tx, account).totp_confirmed;
}

bool drop_young_factor(Transaction& tx, const AccountId& id)
{
    const auto account = accounts::find(tx, id);
    const auto verified = account.email_verified_at;
    if (!verified || tx.now - *verified > verification_is_young) return false;
    if (accounts::needs_second_factor(account.kind) || !totp_is_younger(tx, id, *verified))
        return false;
    remove_totp(tx, id);
    return true;
}

} // namespace domain::access
