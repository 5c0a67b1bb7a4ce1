#include "domain/mail/notify.hpp"

#include "domain/events/event_store.hpp"

namespace domain::mail {

void notify(Transaction& tx, const AccountId& account, Template which,
            const std::vector<std::string>& ids)
{
    auto detail = account.text() + " " + std::string(name(which));
    for (const auto& id : ids)
        detail += " " + id;
    // A subject of its own: a mailbox that refuses must not hold up what else the account waits
    // for.
    const auto subject = EventId::fresh(tx.now).text();
    events::announce(tx, {events::Kind::mail_due, subject, std::move(detail)});
}

} // namespace domain::mail
