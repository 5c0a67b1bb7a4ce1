#include "domain/mail/preferences.hpp"

#include "domain/core/crypto.hpp"
#include "domain/vault/vault.hpp"

namespace domain::mail {

namespace {

std::string signed_text(const AccountId& account, MailKind kind)
{
    return account.text() + "." + std::string(name(kind));
}

} // namespace

bool Preferences::wants(MailKind kind) const
{
    switch (kind) {
    case MailKind::service: return true;
    case MailKind::message: return message;
    case MailKind::quote: return quote;
    case MailKind::payment: return payment;
    case MailKind::review: return review;
    }
    return true;
}

Preferences preferences_of(Transaction& tx, const AccountId& account)
{
    return tx
        .maybe<Preferences>(R"(
        SELECT message, quote, payment, review
          FROM mail_preferences
         WHERE account_id = :account)",
                            account)
        .value_or(Preferences{});
}

void write_preferences(Transaction& tx, const AccountId& account, const Preferences& wanted)
{
    tx.run(R"(
        INSERT INTO mail_preferences (account_id, message, quote, payment, review)
        VALUES (:account, :message, :quote, :payment, :review)
        ON CONFLICT (account_id) DO UPDATE
           SET message = excluded.message, quote = excluded.quote, payment = excluded.payment,
               review = excluded.review)",
           account, wanted.message, wanted.quote, wanted.payment, wanted.review);
}

std::string unsubscribe_token(const vault::Vault& vault, const AccountId& account, MailKind kind)
{
    const auto text = signed_text(account, kind);
    return text + "." + vault.signature("unsubscribe", text);
}

std::optional<Unsubscription> parse_unsubscribe_token(const vault::Vault& vault,
                                                      std::string_view token)
{
    const auto first = token.find('.');
    const auto second = token.find('.', first == std::string_view::npos ? first : first + 1);
    if (second == std::string_view::npos) return {};
    const auto account = AccountId::parse(token.substr(0, first));
    const auto kind = parse_mail_kind(token.substr(first + 1, second - first - 1));
    if (!account || !kind || *kind == MailKind::service) return {};
    const auto expected = unsubscribe_token(vault, *account, *kind);
    if (!equal_in_constant_time(expected, token)) return {};
    return Unsubscription{*account, *kind};
}

void unsubscribe(Transaction& tx, const Unsubscription& wish)
{
    auto wanted = preferences_of(tx, wish.account);
    switch (wish.kind) {
    case MailKind::service: break;
    case MailKind::message: wanted.message = false; break;
    case MailKind::quote: wanted.quote = false; break;
    case MailKind::payment: wanted.payment = false; break;
    case MailKind::review: wanted.review = false; break;
    }
    write_preferences(tx, wish.account, wanted);
}

} // namespace domain::mail
