#include "domain/mail/compose.hpp"

#include <nlohmann/json.hpp>

#include <sstream>

#include "domain/accounts/account_store.hpp"
#include "domain/accounts/mailed_token_store.hpp"
#include "domain/accounts/profile_store.hpp"
#include "domain/mail/preferences.hpp"
#include "domain/mail/template.hpp"
#include "domain/moderation/notice.hpp"
#include "domain/privacy/vault.hpp"

namespace domain::mail {

namespace {

using accounts::Account;
using accounts::TokenPurpose;
using nlohmann::json;

/// "acc_… quote_received quo_…", or the index of an address instead of the account.
struct Announced {
    std::string recipient;
    Template which = Template::email_verification;
    std::string first_id;
};

Announced parsed(std::string_view detail)
{
    std::istringstream words{std::string(detail)};
    Announced announced;
    std::string which;
    words >> announced.recipient >> which >> announced.first_id;
    const auto known = parse_template(which);
    check(known.has_value(), "a mail is announced with its template");
    announced.which = *known;
    return announced;
}

std::optional<Account> account_of(Transaction& tx, const std::string& recipient)
{
    if (AccountId::parse(recipient)) return accounts::maybe_find(tx, recipient);
    return accounts::find_by_email_index(tx, recipient);
}

/// Who has verified the address that an unverified account gave, if anybody.
std::optional<Account> owner_of(Transaction& tx, const std::string& address)
{
    const auto email = accounts::Email::parse(address);
    if (!email) return {};
    return accounts::find_by_email(tx, *email);
}

bool is_wanted(Transaction& tx, const Account& account, Template which)
{
    if (account.state == accounts::AccountState::closed && which != Template::account_closed) {
        return false;
    }
    if (which == Template::email_verification) return !account.email_verified;
    return account.email_verified && preferences_of(tx, account.id).wants(kind_of(which));
}

std::string link(Transaction& tx, const Platform& platform, const Account& account,
                 const Announced& announced)
{
    const auto base = platform.web_url + std::string(link_of(announced.which));
    if (announced.which == Template::email_verification) {
        return base + accounts::issue_token(tx, account.id, TokenPurpose::email_verification);
    }
    if (announced.which == Template::password_reset) {
        return base + accounts::issue_token(tx, account.id, TokenPurpose::password);
    }
    return base.ends_with('/') ? base + announced.first_id : base;
}

/// What a mail says beyond its link, where the law wants it said in the mail.
std::string notice_of(Transaction& tx, const Announced& announced, Language language)
{
    const auto review = ReviewId::parse(announced.first_id);
    if (announced.which != Template::review_moderated || !review) return {};
    const auto decision = moderation::maybe_latest(tx, *review);
    return decision ? moderation::notice(*decision, language) : std::string();
}

Message written(const Platform& platform, Template which, Language language,
                const std::vector<std::pair<std::string_view, std::string>>& values)
{
    const auto texts = [&](std::string_view which_file) {
        const auto path = "mails/" + std::string(which_file) + ".json";
        return json::parse(platform.texts.at(path)).at(std::string(accounts::name(language)));
    };
    const auto own = texts(name(which));
    const auto layout = texts("layout");
    const auto fill = [&](const json& text) {
        return platform::filled(text.get<std::string>(), values);
    };
    Message message;
    message.from_name = platform.name;
    message.subject = fill(own.at("subject"));
    message.body = fill(layout.at("greeting")) + "\n\n" + fill(own.at("body")) + "\n\n-- \n" +
                   fill(layout.at("closing"));
    if (kind_of(which) != MailKind::service) message.body += "\n" + fill(layout.at("unsubscribe"));
    return message;
}

} // namespace

std::optional<Message> compose(Transaction& tx, const Platform& platform, std::string_view id,
                               std::string_view detail)
{
    auto announced = parsed(detail);
    const auto account = account_of(tx, announced.recipient);
    if (!account || !is_wanted(tx, *account, announced.which)) return {};
    const auto address = accounts::contact_of(tx, account->id).email;
    if (address.empty()) return {};
    if (announced.which == Template::email_verification && owner_of(tx, address)) {
        announced.which = Template::already_registered;
    }
    const auto kind = kind_of(announced.which);
    std::string unsubscribe;
    if (kind != MailKind::service) {
        unsubscribe = platform.web_url + "/v1/unsubscriptions/" +
                      unsubscribe_token(tx.vault, account->id, kind);
    }
    auto message = written(platform, announced.which, account->language,
                           {{"platform", platform.name},
                            {"company", platform.company.name},
                            {"contact", platform.company.contact_email},
                            {"link", link(tx, platform, *account, announced)},
                            {"notice", notice_of(tx, announced, account->language)},
                            {"unsubscribe", unsubscribe}});
    message.to = address;
    message.id = id;
    message.unsubscribe = unsubscribe;
    message.at = tx.now;
    return message;
}

} // namespace domain::mail
