#include "domain/access/accounts.hpp"

#include <vector>

#include "domain/access/connection_log_store.hpp"
#include "domain/access/credential_store.hpp"
#include "domain/access/mailed_token_store.hpp"
#include "domain/access/rivals.hpp"
#include "domain/mail/notify.hpp"
#include "domain/vault/vault.hpp"

namespace domain::access {

namespace {

accounts::Account fresh(Transaction& tx, accounts::AccountKind kind)
{
    return {.id = AccountId::fresh(tx.now), .kind = kind, .created_at = tx.now};
}

} // namespace

AccountId sign_up(Transaction& tx, const SignUp& wanted, const accounts::ConnectionOrigin& from)
{
    const auto& profile = wanted.profile;
    auto account = fresh(tx, accounts::AccountKind::member);
    account.is_client = profile.is_client;
    account.is_provider = profile.is_provider;
    account.is_company = profile.is_company;
    account.clientele = profile.clientele;
    account.language = profile.language;
    accounts::insert(tx, account, wanted.source);
    if (const auto email = accounts::Email::parse(profile.contact.email))
        accounts::want_email(tx, account.id, accounts::index_of(tx, *email));
    profiles::write_person(tx, account.id, profile.person);
    profiles::write_contact(tx, account.id, profile.contact);
    profiles::write_company(tx, account.id, profile.company);
    write_password(tx, account.id, wanted.password_hash);
    terms::accept(tx, account.id, wanted.terms, from);
    log_connection(tx, account.id, ConnectionEvent::sign_up, from);
    mail::notify(tx, account.id, mail::Template::email_verification);
    return account.id;
}

MadeStaff make_staff(Transaction& tx, accounts::AccountKind kind, const accounts::Email& email)
{
    check(kind != accounts::AccountKind::member, "members sign up themselves");
    auto account = fresh(tx, kind);
    accounts::insert(tx, account, "command_line");
    profiles::write_contact(tx, account.id, {.email = email.text()});
    write_password(tx, account.id, "");
    if (!accounts::claim_email(tx, account.id, accounts::index_of(tx, email))) {
        throw Refused(Refusal::action_unavailable,
                      {"Cette adresse sert déjà à un autre compte.",
                       "This address is already in use by another account."});
    }
    return {account.id, issue_token(tx, account.id, TokenPurpose::password)};
}

accounts::Account verify_email(Transaction& tx, std::string_view token)
{
    const auto id = use_token(tx, token, TokenPurpose::email_verification);
    if (!id) throw dead_link();
    const auto email = accounts::Email::parse(profiles::contact_of(tx, *id).email);
    const auto index = email ? accounts::index_of(tx, *email) : std::string();
    if (!email || !accounts::claim_email(tx, *id, index)) throw dead_link();
    end_rivals(tx, index);
    revoke_tokens(tx, *id, TokenPurpose::email_verification);
    return accounts::find(tx, *id);
}

accounts::Account update(Transaction& tx, const AccountId& id, const SeenVersions& versions,
                         const profiles::Profile& profile)
{
    auto account = accounts::lock(tx, id);
    if (!versions.hold(account.version)) throw accounts::changed_meanwhile();
    account.is_client = profile.is_client;
    account.is_provider = profile.is_provider;
    account.is_company = profile.is_company;
    account.clientele = profile.clientele;
    account.language = profile.language;
    accounts::save(tx, account);
    profiles::write_person(tx, id, profile.person);
    profiles::write_contact(tx, id, profile.contact);
    profiles::write_company(tx, id, profile.company);
    return accounts::find(tx, id);
}

} // namespace domain::access
