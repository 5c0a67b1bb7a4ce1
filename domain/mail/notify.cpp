#include "domain/mail/notify.hpp"

#include "domain/events/event_store.hpp"

namespace domain::mail {

namespace {

void announce_mail(Transaction& tx, std::string detail)
{
    // A subject of its own: a mailbox that refuses must not hold up what else is due to the
    // account.
    const auto subject = EventId::fresh(tx.now).text();
    events::announce(tx, {events::Kind::mail_due, subject, std::move(detail)});
}

/// " quote_received quo_…"
std::string about(Template which, const std::vector<std::string>& ids)
{
    auto detail = " " + std::string(name(which));
    for (const auto& id : ids)
        detail += " " + id;
    return detail;
}

} // namespace

void notify(Transaction& tx, const AccountId& account, Template which,
            const std::vector<std::string>& ids)
{
    announce_mail(tx, account.text() + about(which, ids));
}

void notify_company(Transaction& tx, Template which, const std::vector<std::string>& ids)
{
    announce_mail(tx, std::string(company) + about(which, ids));
}

std::vector<Unsent> unsent(Transaction& tx, const AccountId& account, Template which)
{
    const auto detail = account.text() + about(which, {});
    std::vector<Unsent> all;
    for (const auto& id : events::to_do(tx, events::Kind::mail_due, detail))
        all.push_back({id, detail});
    return all;
}

void notify_address(Transaction& tx, const std::string& email_index, Template which)
{
    announce_mail(tx, email_index + " " + std::string(name(which)));
}

} // namespace domain::mail
