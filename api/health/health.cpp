#include "api/health/health.hpp"

#include "api/health/held_up.hpp"
#include "api/pipeline/protection.hpp"
#include "domain/events/event_store.hpp"
#include "domain/mail/last_letter.hpp"
#include "domain/proposals/proposal_store.hpp"
#include "domain/storage/failures.hpp"
#include "payments/reconciliation/attention.hpp"

namespace api::health {

using namespace domain;

namespace {

Response health(App&, const Request&)
{
    return ok({{"status", "up"}});
}

/// Ready means: the databases answer and have room, and this process is not on its way out.
Response readiness(App& app, const Request&)
{
    if (app.draining()) return {503, {{"status", "draining"}}};
    try {
        events::Backlog backlog;
        payments::reconciliation::Attention money;
        HeldUp held;
        std::int64_t untold = 0;
        std::int64_t late_letters = 0;
        app.db.read([&](Transaction& tx) {
            backlog = events::backlog(tx);
            money = payments::reconciliation::attention(tx);
            held = held_up(tx);
            untold = proposals::count_untold(tx);
            late_letters = mail::late_last_letters(tx);
        });
        const bool has_room = app.db.has_room() && app.vault.keys().has_room();
        if (!has_room) return {503, {{"status", "storage_full"}}};
        const bool warns = backlog.given_up > 0 || money.total() > 0 || held.warns() ||
                           untold > 0 || late_letters > 0;
        return ok({{"status", warns ? "ready_with_warnings" : "ready"},
                   {"events_given_up", backlog.given_up},
                   {"money_in_review", money.in_review},
                   {"payout_returns_unread", money.returns_unread},
                   {"refunds_refused", money.refunds_refused},
                   {"payouts_refused", money.payouts_refused},
                   {"money_doubled", money.doubled},
                   {"releases_blocked", held.releases_blocked},
                   {"invoices_waiting", held.invoices_waiting},
                   {"series_ahead", held.series_ahead},
                   {"series_unsigned", held.series_unsigned},
                   {"clock_ahead", held.clock_ahead},
                   {"mangopay_silent", held.mangopay_silent},
                   {"proposals_untold", untold},
                   {"documents_damaged", held.documents_damaged},
                   {"documents_remade", held.documents_remade},
                   {"last_letters_late", late_letters}});
    } catch (const storage::StorageFull&) { // a session opened now has no room for its journal
        return {503, {{"status", "storage_full"}}};
    } catch (const std::exception&) {
        return {503, {{"status", "database_unreachable"}}};
    }
}

} // namespace

std::vector<Route> health_routes()
{
    return {
        {"GET", "/healthz", "health", Who::anyone, health},
        {"GET", "/readyz", "readiness", Who::anyone, readiness},
    };
}

std::vector<http::Route> metrics_routes(Metrics& metrics)
{
    const auto text = [&metrics](const http::Request&) {
        http::Response response{200, {{"content-type", "text/plain; version=0.0.4"}}};
        response.headers.push_back({"cache-control", "no-store"});
        response.body = metrics.text();
        protect(response);
        return response;
    };
    return {{"GET", "/metrics", text}};
}

} // namespace api::health
