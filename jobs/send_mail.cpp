#include "jobs/send_mail.hpp"

#include "domain/core/check.hpp"
#include "domain/core/log.hpp"
#include "domain/letters/compose.hpp"
#include "domain/letters/in_html.hpp"
#include "domain/mail/last_letter.hpp"
#include "domain/mail/sender.hpp"
#include "domain/proposals/proposal_store.hpp"
#include "invoicing/series/decisions.hpp"
#include "payments/decisions/stake.hpp"

namespace jobs {

using namespace domain;

namespace {

/// Both rooms with decisions for two people are asked: only one knows the subject.
std::optional<proposals::Stake> stake_of(Transaction& tx, std::string_view subject)
{
    auto movement = payments::decisions::stake_of(tx, subject);
    return movement ? movement : invoicing::series::stake_of(tx, subject);
}

void deliver(Context& context, const events::Leased& event, mail::Message message)
{
    message.from_name = context.platform.name;
    message.from = context.sender->from();
    message.html = letters::in_html(context.platform, message);
    const auto delivery =
        context.sender->send({message.to, event.id.text(), mail::rfc5322(message)});
    if (delivery == mail::Delivery::refused_for_good) {
        log(Level::warning, "mail_refused", {{"event", event.id.text()}});
        return;
    }
    if (const auto proposal = letters::told_of(event.detail))
        context.db.transaction([&](Transaction& tx) { proposals::note_told(tx, *proposal); });
}

/// What was kept for whoever went meanwhile has left, or leads to nobody.
void end_kept(Context& context, const events::Leased& event)
{
    const bool is_kept = context.db.read_latest(
        [&](Transaction& tx) { return mail::has_last_letter(tx, event.id); });
    if (!is_kept) return;
    context.db.transaction([&](Transaction& tx) { mail::end_last_letter(tx, event.id); });
}

} // namespace

void send_mail(Context& context, const events::Leased& event)
{
    check(context.sender != nullptr, "whoever runs jobs has a mail sender");
    auto message = context.db.transaction([&](Transaction& tx) {
        auto kept = mail::maybe_last_letter(tx, event.id);
        if (kept) return kept;
        return letters::compose(tx, context.platform, stake_of, {event.id.text(), event.detail});
    });
    if (message) deliver(context, event, *std::move(message));
    end_kept(context, event);
}

} // namespace jobs
