#include "jobs/send_mail.hpp"

#include "domain/core/check.hpp"
#include "domain/core/log.hpp"
#include "domain/letters/compose.hpp"
#include "domain/mail/sender.hpp"

namespace jobs {

using namespace domain;

void send_mail(Context& context, const events::Leased& event)
{
    check(context.sender != nullptr, "whoever runs jobs has a mail sender");
    auto message = context.db.transaction([&](Transaction& tx) {
        return letters::compose(tx, context.platform, event.id.text(), event.detail);
    });
    if (!message) return;
    message->from = context.sender->from();
    const auto delivery =
        context.sender->send({message->to, event.id.text(), mail::rfc5322(*message)});
    if (delivery == mail::Delivery::refused_for_good) {
        log(Level::warning, "mail_refused", {{"event", event.id.text()}});
    }
}

} // namespace jobs
