#include "jobs/messages.hpp"

#include "domain/conversations/conversations.hpp"
#include "domain/mail/notify.hpp"

namespace jobs {

using namespace domain;

void on_message_sent(Context& context, const events::Leased& event)
{
    const auto message = MessageId::parse(event.subject);
    check(message.has_value(), "message_sent is about a message");
    context.db.transaction([&](Transaction& tx) {
        for (const auto& unread : conversations::to_notify(tx, *message)) {
            mail::notify(tx, unread.account, mail::Template::message_received,
                         {unread.conversation.text()});
        }
    });
}

} // namespace jobs
