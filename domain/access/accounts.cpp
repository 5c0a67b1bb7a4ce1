#include "domain/access/accounts.hpp"

#include <vector>

#include "domain/access/credential_store.hpp"
#include "domain/access/mailed_token_store.hpp"
#include "domain/mail/notify.hpp"
#include "domain/vault/vault.hpp"

namespace domain::accounts {

namespace {

Account fresh(Transaction& tx, AccountKind kind)
{
    return {.id = AccountId::fresh(tx.now), .kind = kind, .created_at = tx.now};
}

} // namespace

AccountId sign_up(Transaction& tx, const SignUp& wanted, const Visitor& from)
{
    const auto& profile = wanted.profile;
    auto account = fresh(tx, AccountKind::member);
    account.is_client = profile.is_client;
    account.is_provider = profile.is_provider;
    account.is_company = profile.is_company;
    account.clientele = profile.clientele;
    account.language = profile.language;
    insert(tx, account, wanted.source);
    write_person(tx, account.id, profile.person);
    write_contact(tx, account.id, profile.contact);
    write_company(tx, account.id, profile.company);
    write_password(tx, account.id, wanted.password_hash);
    accept(tx, account.id, wanted.terms, from);
    mail::notify(tx, account.id, mail::Template::email_verification);
    return account.id;
}

MadeStaff make_staff(Transaction& tx, AccountKind kind, const Email& email)
{
    check(kind != AccountKind::member, "members sign up themselves");
    auto account = fresh(tx, kind);
    insert(tx, account, "command_line");
    write_contact(tx, account.id, {.email = email.text()});
    write_password(tx, account.id, "");
    if (!claim_email(tx, account.id, index_of(tx, email))) {
        throw Refused(Refusal::action_unavailable,
                      {"Cette adresse sert déjà à un autre compte.",
                       "This address is already in use by another account."});
    }
    return {account.id, issue_token(tx, account.id, TokenPurpose::password)};
}

Account verify_email(Transaction& tx, std::string_view token)
{
    const auto id = use_token(tx, token, TokenPurpose::email_verification);
    if (!id) throw dead_link();
    const auto email = Email::parse(contact_of(tx, *id).email);
    if (!email || !claim_email(tx, *id, index_of(tx, *email))) throw dead_link();
    revoke_tokens(tx, *id, TokenPurpose::email_verification);
    return find(tx, *id);
}

Account update(Transaction& tx, const AccountId& id, std::int64_t version, const Profile& profile)
{
    auto account = lock(tx, id);
    account.is_client = profile.is_client;
    account.is_provider = profile.is_provider;
    account.is_company = profile.is_company;
    account.clientele = profile.clientele;
    account.language = profile.language;
    account.version = version;
    save(tx, account);
    write_person(tx, id, profile.person);
    write_contact(tx, id, profile.contact);
    write_company(tx, id, profile.company);
    return find(tx, id);
}

} // namespace domain::accounts
