#include "domain/letters/compose.hpp"

#include <sstream>

#include "domain/access/connection_log_store.hpp"
#include "domain/access/email_change_store.hpp"
#include "domain/access/mailed_code_store.hpp"
#include "domain/access/mailed_token_store.hpp"
#include "domain/access/sensitive_change.hpp"
#include "domain/accounts/account_store.hpp"
#include "domain/letters/amount_words.hpp"
#include "domain/letters/attempt.hpp"
#include "domain/letters/company_letter.hpp"
#include "domain/letters/day_words.hpp"
#include "domain/letters/proposal_words.hpp"
#include "domain/letters/written.hpp"
#include "domain/mail/notify.hpp"
#include "domain/mail/preferences.hpp"
#include "domain/mail/template.hpp"
#include "domain/moderation/notice.hpp"
#include "domain/orders/order_store.hpp"
#include "domain/profiles/profile_store.hpp"
#include "domain/proposals/proposal_store.hpp"
#include "domain/vault/vault.hpp"

namespace domain::letters {

namespace {

using access::TokenPurpose;
using accounts::Account;

/// "acc_… quote_received quo_…", or the index of an address instead of the account.
struct Announced {
    std::string recipient;
    mail::Template which = mail::Template::email_verification;
    std::string first_id;
};

Announced parsed(std::string_view detail)
{
    std::istringstream words{std::string(detail)};
    Announced announced;
    std::string which;
    words >> announced.recipient >> which >> announced.first_id;
    const auto known = mail::parse_template(which);
    check(known.has_value(), "a mail is announced with its template");
    announced.which = *known;
    return announced;
}

std::optional<Account> account_of(Transaction& tx, const std::string& recipient)
{
    if (const auto id = AccountId::parse(recipient)) return accounts::maybe_find(tx, *id);
    return accounts::find_by_email_index(tx, recipient);
}

/// What the link's token is for; nothing where it carries none.
std::optional<TokenPurpose> token_of(mail::Template which)
{
    if (which == mail::Template::email_verification) return TokenPurpose::email_verification;
    if (which == mail::Template::password_reset) return TokenPurpose::password;
    if (which == mail::Template::email_change) return TokenPurpose::email_change;
    return {};
}

/// Held where the mail carries a token or a code: whatever revokes it comes before or after, not
/// between.
std::optional<Account> recipient_of(Transaction& tx, const Announced& announced)
{
    auto account = account_of(tx, announced.recipient);
    const bool proves = token_of(announced.which) || announced.which == mail::Template::proof_code;
    if (!account || !proves) return account;
    return accounts::lock(tx, account->id);
}

/// Mostly the account's own address; around a change of address, the one that is to be told.
std::string address_of(Transaction& tx, const Account& account, const Announced& announced)
{
    const bool goes_to_new = announced.which == mail::Template::email_change;
    const bool goes_to_former = announced.which == mail::Template::email_change_requested ||
                                announced.which == mail::Template::email_changed;
    if (!goes_to_new && !goes_to_former) return profiles::contact_of(tx, account.id).email;
    const auto id = EmailChangeId::parse(announced.first_id);
    const auto change = id ? access::maybe_find_change(tx, account.id, *id) : std::nullopt;
    if (!change) return {};
    return goes_to_new ? change->to : change->from;
}

/// What is told of an attempt, so that it can be recognised; nothing where a mail is about none.
std::optional<access::ConnectionEvent> attempted_in(mail::Template which)
{
    using access::ConnectionEvent;
    if (which == mail::Template::email_verification) return ConnectionEvent::sign_up;
    if (which == mail::Template::already_registered) return ConnectionEvent::sign_up;
    if (which == mail::Template::email_change) return ConnectionEvent::email_change_request;
    if (which == mail::Template::password_and_factor_reset) return ConnectionEvent::password_reset;
    for (const auto& row : access::sensitive_changes()) {
        if (row.mail == which) return row.event;
    }
    return {};
}

/// When and with what that was.
Say attempt_of(Transaction& tx, const Account& account, mail::Template which)
{
    const auto event = attempted_in(which);
    if (!event) return {};
    const auto made = access::latest_connection(tx, account.id, *event);
    if (!made) return attempt_in_words(account.created_at, {});
    return attempt_in_words(made->at, made->user_agent);
}

/// Who has verified the address that is to be proved, if anybody.
std::optional<Account> owner_of(Transaction& tx, const std::string& address)
{
    const auto email = accounts::Email::parse(address);
    if (!email) return {};
    return accounts::find_by_email(tx, *email);
}

bool is_wanted(Transaction& tx, const Account& account, mail::Template which)
{
    if (account.state == accounts::AccountState::closed &&
        which != mail::Template::account_closed) {
        return false;
    }
    if (which == mail::Template::email_verification) return !account.email_verified;
    return account.email_verified &&
           mail::preferences_of(tx, account.id).wants(mail::kind_of(which));
}

/// A page in its reader's language: each has a twin under /en.
std::string page_address(const Platform& platform, Language language, std::string_view path)
{
    const bool is_french = language == Language::fr;
    const bool is_home = path == "/";
    return platform.web_url + (is_french ? "" : "/en") +
           std::string(is_home && !is_french ? "" : path);
}

std::string link(Transaction& tx, const Platform& platform, const Account& account,
                 const Announced& announced)
{
    const auto base = page_address(platform, account.language, mail::link_of(announced.which));
    if (const auto purpose = token_of(announced.which)) {
        return base + access::issue_token(tx, account.id, *purpose);
    }
    return base.ends_with('/') ? base + announced.first_id : base;
}

/// The code that proves whoever reads this mail; "" where there is none.
std::string code_for(Transaction& tx, const Account& account, const Announced& announced)
{
    if (announced.which != mail::Template::proof_code) return {};
    return access::issue_code(tx, account.id);
}

/// The day that a mail is about; "" where it is about none.
std::string day_of(const Announced& announced, Language language)
{
    const auto day = parse_day(announced.first_id);
    return day ? in_words(*day).in(language) : std::string();
}

/// What is proposed, where a mail is about a proposal.
std::optional<Say> proposed_in(Transaction& tx, const Announced& announced,
                               const proposals::StakeOf& stake_of)
{
    const auto id = ProposalId::parse(announced.first_id);
    const auto proposal = id ? proposals::maybe_find(tx, *id) : std::nullopt;
    if (!proposal) return {};
    return gist(proposal->wish, stake_of(tx, proposal->wish.subject));
}

/// What a mail says beyond its link: a decision, where the law wants it said in the mail.
std::string notice_of(Transaction& tx, const Announced& announced,
                      const proposals::StakeOf& stake_of, Language language)
{
    const auto proposed = proposed_in(tx, announced, stake_of);
    if (proposed) return proposed->in(language);
    const auto review = ReviewId::parse(announced.first_id);
    if (announced.which != mail::Template::review_moderated || !review) return {};
    const auto decision = moderation::maybe_latest(tx, *review);
    return decision ? moderation::notice(*decision, language) : std::string();
}

/// What went back of an order, and what is left of it; "" in a mail that does not say.
struct Amounts {
    Say refunded, rest;
};

Amounts amounts_of(Transaction& tx, const Announced& announced)
{
    using mail::Template;
    const bool speaks_of_them = announced.which == Template::order_refunded ||
                                announced.which == Template::client_refunded ||
                                announced.which == Template::client_partly_refunded;
    const auto id = OrderId::parse(announced.first_id);
    if (!speaks_of_them || !id) return {};
    const auto order = orders::find(tx, *id);
    return {in_words(order.refunded), in_words(order.kept())};
}

/// "CNIL, 3 place de Fontenoy, …, https://…": where a letter or a browser finds it.
std::string authority_in_words(const platform::Authority& authority)
{
    return authority.name + ", " + authority.address + ", " + authority.url;
}

bool proves_address(mail::Template which)
{
    return which == mail::Template::email_verification || which == mail::Template::email_change;
}

/// "" for what nobody can switch off.
std::string unsubscribe_link(Transaction& tx, const Platform& platform, const AccountId& account,
                             mail::Template which)
{
    const auto kind = mail::kind_of(which);
    if (kind == mail::MailKind::service) return "";
    return platform.web_url + "/v1/unsubscriptions/" +
           mail::unsubscribe_token(tx.vault, account, kind);
}

/// What a text may name, but for what made it and what it tells.
Values values_for(Transaction& tx, const Platform& platform, const Account& account,
                  const Announced& announced)
{
    const auto amounts = amounts_of(tx, announced);
    return {{"platform", platform.name},
            {"company", platform.company.name},
            {"contact", platform.company.contact_email},
            {"link", link(tx, platform, account, announced)},
            {"code", code_for(tx, account, announced)},
            {"day", day_of(announced, account.language)},
            {"refunded", amounts.refunded.in(account.language)},
            {"rest", amounts.rest.in(account.language)},
            {"authority", authority_in_words(platform.company.authority)}};
}

} // namespace

std::optional<mail::Message> compose(Transaction& tx, const Platform& platform,
                                     const proposals::StakeOf& stake_of, const Due& due)
{
    auto announced = parsed(due.detail);
    if (announced.recipient == mail::company) {
        return company_letter(tx, platform, stake_of, {announced.which, announced.first_id},
                              due.id);
    }
    auto account = recipient_of(tx, announced);
    if (!account || !is_wanted(tx, *account, announced.which)) return {};
    const auto address = address_of(tx, *account, announced);
    if (address.empty()) return {};
    const auto attempt = attempt_of(tx, *account, announced.which);
    if (const auto owner = proves_address(announced.which) ? owner_of(tx, address) : std::nullopt) {
        announced.which = mail::Template::already_registered;
        account = owner;
    }
    const auto unsubscribe = unsubscribe_link(tx, platform, account->id, announced.which);
    auto values = values_for(tx, platform, *account, announced);
    values.emplace_back("attempt", attempt.in(account->language));
    values.emplace_back("notice", due.notice.fr.empty()
                                      ? notice_of(tx, announced, stake_of, account->language)
                                      : due.notice.in(account->language));
    values.emplace_back("unsubscribe", unsubscribe);
    auto message = written(platform, announced.which, account->language, std::move(values));
    message.to = address;
    message.id = due.id;
    message.unsubscribe = unsubscribe;
    message.at = tx.now;
    return message;
}

std::optional<ProposalId> told_of(std::string_view detail)
{
    const auto announced = parsed(detail);
    const bool is_told = announced.recipient == mail::company &&
                         announced.which == mail::Template::proposal_unopposed;
    return is_told ? ProposalId::parse(announced.first_id) : std::nullopt;
}

} // namespace domain::letters
