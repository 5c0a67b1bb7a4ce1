#include "domain/access/credentials.hpp"

#include "domain/access/attempts.hpp"
#include "domain/access/connection_log_store.hpp"
#include "domain/access/credential_store.hpp"
#include "domain/access/email_change_store.hpp"
#include "domain/access/mailed_code_store.hpp"
#include "domain/access/mailed_token_store.hpp"
#include "domain/access/second_factor.hpp"
#include "domain/access/security_event.hpp"
#include "domain/access/sessions.hpp"
#include "domain/accounts/account_store.hpp"
#include "domain/core/check.hpp"
#include "domain/mail/notify.hpp"
#include "domain/profiles/profile_store.hpp"

namespace domain::access {

namespace {

void replace_password(Transaction& tx, const AccountId& account, const std::string& hash)
{
    write_password(tx, account, hash);
    revoke_tokens(tx, account, TokenPurpose::password);
    drop_waiting_change(tx, account);
    sessions::end_all(tx, account);
}

void demand_mailed_code(Transaction& tx, const AccountId& account, const Proof& proof)
{
    std::vector<FieldError> lacking;
    if (has_second_factor(tx, account)) {
        if (use_code(tx, account, proof.code)) return;
        lacking.push_back({"proof.code",
                           {"Donnez le code à usage unique de votre application.",
                            "Give the one-time code of your authenticator."}});
    } else {
        if (!proof.has_proved_password) {
            lacking.push_back(
                {"proof.password",
                 {"Donnez votre mot de passe actuel.", "Give your current password."}});
        }
        if (proof.mailed_code.empty() || !use_mailed_code(tx, account, proof.mailed_code)) {
            lacking.push_back(
                {"proof.mailed_code",
                 {"Donnez le code reçu par e-mail ; demandez-en un s'il manque ou a expiré.",
                  "Give the code from the mail; ask for one if it is missing or has expired."}});
        }
    }
    if (lacking.empty()) return;
    throw SecurityRefusal(SecurityEvent::proof_refused,
                          {Refusal::invalid_fields,
                           {"Ce changement demande une preuve que c'est bien vous.",
                            "This change wants proof that it is you."},
                           std::move(lacking)});
}

} // namespace

void request_password_reset(Transaction& tx, const accounts::Email& email,
                            const accounts::ConnectionOrigin& from)
{
    const auto index = accounts::index_of(tx, email);
    if (may_be_mailed(tx, index, from))
        mail::notify_address(tx, index, mail::Template::password_reset);
}

std::vector<std::string> context_of(Transaction& tx, const AccountId& account)
{
    const auto person = profiles::person_of(tx, account);
    return {profiles::contact_of(tx, account).email, person.surname, person.first_name};
}

std::vector<std::string> context_of_token(Transaction& tx, std::string_view token)
{
    const auto account = peek_token(tx, token, TokenPurpose::password);
    if (!account) throw dead_link();
    return context_of(tx, *account);
}

accounts::Account set_password_by_token(Transaction& tx, std::string_view token,
                                        const std::string& hash,
                                        const accounts::ConnectionOrigin& from)
{
    const auto account = use_token(tx, token, TokenPurpose::password);
    if (!account) throw dead_link();
    auto owner = accounts::lock(tx, *account);
    const bool dropped = drop_young_factor(tx, *account);
    replace_password(tx, *account, hash);
    if (dropped) {
        log_connection(tx, *account, ConnectionEvent::password_reset, from);
        mail::notify(tx, *account, mail::Template::password_and_factor_reset);
    } else {
        tell_owner(tx, *account, SensitiveChange::password_by_link, from);
    }
    return owner;
}

void change_password(Transaction& tx, const AccountId& account, const std::string& hash,
                     const accounts::ConnectionOrigin& from)
{
    accounts::lock(tx, account);
    replace_password(tx, account, hash);
    tell_owner(tx, account, SensitiveChange::password, from);
}

void request_code(Transaction& tx, const AccountId& account)
{
    mail::notify(tx, account, mail::Template::proof_code);
}

void demand_code(Transaction& tx, const AccountId& account, const std::string& code)
{
    if (!has_second_factor(tx, account) || use_code(tx, account, code)) return;
    throw SecurityRefusal(SecurityEvent::proof_refused, code_needed());
}

void demand_proof(Transaction& tx, const AccountId& account, SensitiveChange change,
                  const Proof& proof)
{
    const auto evidence = row_of(change).evidence;
    check(evidence != Evidence::mailed_link, "a mailed link proves itself");
    if (evidence == Evidence::mailed_code) {
        demand_mailed_code(tx, account, proof);
    } else {
        check(proof.has_proved_password, "whoever calls has refused a wrong password");
        demand_code(tx, account, proof.code);
    }
    if (proof.is_code_counted) forgive_proof(tx, account, Tried::code);
}

} // namespace domain::access
