#include "domain/access/email_changes.hpp"

#include <array>

#include "domain/access/attempts.hpp"
#include "domain/access/email_change_store.hpp"
#include "domain/access/mailed_token_store.hpp"
#include "domain/access/rivals.hpp"
#include "domain/access/sensitive_change.hpp"
#include "domain/access/sessions.hpp"
#include "domain/accounts/account_store.hpp"
#include "domain/mail/notify.hpp"
#include "domain/profiles/profile_store.hpp"

namespace domain::access {

namespace {

constexpr std::array every_purpose = {TokenPurpose::email_verification, TokenPurpose::password,
                                      TokenPurpose::email_change};

Refused own_address()
{
    return {Refusal::invalid_fields,
            {"C'est déjà l'adresse de ce compte.", "This is the address of this account already."},
            {{"email", {"C'est déjà votre adresse.", "This is your address already."}}}};
}

void write_email(Transaction& tx, const AccountId& id, const std::string& email)
{
    auto contact = profiles::contact_of(tx, id);
    contact.email = email;
    profiles::write_contact(tx, id, contact);
}

} // namespace

void request_email_change(Transaction& tx, const AccountId& id, const accounts::Email& wanted,
                          const accounts::ConnectionOrigin& from)
{
    accounts::lock(tx, id);
    const auto former = profiles::contact_of(tx, id).email;
    if (wanted.text() == former) throw own_address();
    if (!may_be_mailed(tx, accounts::index_of(tx, wanted), from)) return;
    drop_waiting_change(tx, id);
    const auto change = write_waiting_change(tx, id, wanted, former).text();
    mail::notify(tx, id, mail::Template::email_change, {change});
    tell_owner(tx, id, SensitiveChange::email, from, {change});
}

AccountId complete_email_change(Transaction& tx, std::string_view token,
                                const accounts::ConnectionOrigin& from)
{
    const auto id = peek_token(tx, token, TokenPurpose::email_change);
    if (!id) throw dead_link();
    accounts::lock(tx, *id);
    if (!use_token(tx, token, TokenPurpose::email_change)) throw dead_link();
    const auto change = waiting_change(tx, *id);
    const auto email = change ? accounts::Email::parse(change->to) : std::nullopt;
    const auto index = email ? accounts::index_of(tx, *email) : std::string();
    if (!email || !accounts::claim_email(tx, *id, index)) throw dead_link();
    write_email(tx, *id, email->text());
    mark_change_done(tx, change->id);
    end_rivals(tx, index);
    for (const auto purpose : every_purpose)
        revoke_tokens(tx, *id, purpose);
    sessions::end_all(tx, *id);
    tell_owner(tx, *id, SensitiveChange::email_by_link, from, {change->id.text()});
    return *id;
}

} // namespace domain::access
