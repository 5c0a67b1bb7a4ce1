#include "ops/commands/watched.hpp"

#include "api/health/held_up.hpp"
#include "domain/events/event_store.hpp"
#include "domain/mail/last_letter.hpp"
#include "domain/proposals/proposal_store.hpp"
#include "payments/reconciliation/attention.hpp"

namespace ops::commands {

using namespace domain;

namespace {

void watch_money(api::Metrics& metrics, Database& db)
{
    const auto money = [&db] {
        return db.read([](Transaction& tx) { return payments::reconciliation::attention(tx); });
    };
    metrics.watch("entremise_money_in_review", "Movements of money left to people",
                  [money] { return static_cast<double>(money().in_review); });
    metrics.watch("entremise_payout_returns_unread", "Sent back by a bank a day ago, not booked",
                  [money] { return static_cast<double>(money().returns_unread); });
    metrics.watch("entremise_refunds_refused", "Refunds to be paid in another way than to the card",
                  [money] { return static_cast<double>(money().refunds_refused); });
    metrics.watch("entremise_payouts_refused", "Payouts to be made in another way",
                  [money] { return static_cast<double>(money().payouts_refused); });
    metrics.watch("entremise_money_doubled", "Movements of money that happened twice",
                  [money] { return static_cast<double>(money().doubled); });
}

void watch_what_is_held_up(api::Metrics& metrics, Database& db)
{
    const auto held = [&db] {
        return db.read([](Transaction& tx) { return api::health::held_up(tx); });
    };
    metrics.watch("entremise_releases_blocked", "Releases that wait for provider or documents",
                  [held] { return static_cast<double>(held().releases_blocked); });
    metrics.watch("entremise_invoices_waiting", "Released orders whose documents wait",
                  [held] { return static_cast<double>(held().invoices_waiting); });
    metrics.watch("entremise_series_ahead", "Series of invoices dated ahead of the time",
                  [held] { return static_cast<double>(held().series_ahead); });
    metrics.watch("entremise_series_unsigned", "Series with two hours' links that no head covers",
                  [held] { return static_cast<double>(held().series_unsigned); });
    metrics.watch("entremise_documents_damaged", "Documents that cannot be given as issued",
                  [held] { return static_cast<double>(held().documents_damaged); });
    metrics.watch("entremise_documents_remade",
                  "Documents found damaged, and made again in the last seven days",
                  [held] { return static_cast<double>(held().documents_remade); });
    metrics.watch("entremise_clock_ahead", "1 when our clock is far ahead of Mangopay's",
                  [held] { return held().clock_ahead ? 1.0 : 0.0; });
    metrics.watch("entremise_mangopay_silent", "1 when Mangopay has not answered for a day",
                  [held] { return held().mangopay_silent ? 1.0 : 0.0; });
}

} // namespace

void watch(api::Metrics& metrics, Installation& installation)
{
    auto& db = installation.db;
    watch_money(metrics, db);
    watch_what_is_held_up(metrics, db);
    const auto backlog = [&db] {
        return db.read([](Transaction& tx) { return events::backlog(tx); });
    };
    metrics.watch("entremise_events_waiting", "Announced and not yet done",
                  [backlog] { return static_cast<double>(backlog().waiting); });
    metrics.watch("entremise_events_given_up", "Given up after repeated failures: look at them",
                  [backlog] { return static_cast<double>(backlog().given_up); });
    metrics.watch("entremise_proposals_untold",
                  "Proposals whose mail to the company has not left for an hour", [&db] {
                      return static_cast<double>(
                          db.read([](Transaction& tx) { return proposals::count_untold(tx); }));
                  });
    metrics.watch("entremise_last_letters_late",
                  "Mails about the closing of an account that have not left for an hour", [&db] {
                      return static_cast<double>(
                          db.read([](Transaction& tx) { return mail::late_last_letters(tx); }));
                  });
    metrics.watch("entremise_storage_full", "1 when the disk refuses writes", [&] {
        return db.has_room() && installation.vault.keys().has_room() ? 0.0 : 1.0;
    });
    metrics.watch("entremise_transaction_retries", "Units of work run again",
                  [&db] { return static_cast<double>(db.retries()); });
}

void watch(api::Metrics& metrics, const api::http::Server& server)
{
    using api::http::Place;
    const std::pair<Place, const char*> pools[] = {{Place::passwords, "passwords"},
                                                   {Place::pictures, "pictures"},
                                                   {Place::outbound, "outbound"}};
    for (const auto& [place, name] : pools) {
        const auto counts = [&server, place = place] { return server.pool(place); };
        metrics.watch("entremise_pool_waiting", "Slow requests that wait for a thread",
                      [counts] { return static_cast<double>(counts().waiting); }, {{"pool", name}});
        metrics.watch("entremise_pool_running", "Slow requests that are being answered",
                      [counts] { return static_cast<double>(counts().running); }, {{"pool", name}});
        metrics.watch("entremise_pool_refused",
                      "Slow requests refused since the start: no room, or its account has enough",
                      [counts] { return static_cast<double>(counts().refused); }, {{"pool", name}});
    }
}

} // namespace ops::commands
