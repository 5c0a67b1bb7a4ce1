#include "jobs/clocks.hpp"

#include <chrono>

#include "domain/core/log.hpp"
#include "invoicing/series/decision_store.hpp"
#include "payments/gateway/gateway.hpp"
#include "payments/reconciliation/their_time.hpp"
#include "payments/reconciliation/their_time_store.hpp"

namespace jobs {

using namespace domain;
using namespace std::chrono_literals;
namespace their = payments::reconciliation;

namespace {

void hear_within(Context& context, std::chrono::microseconds patience)
{
    if (context.gateway == nullptr) return;
    const auto here = context.gateway->last_heard();
    const bool in_doubt = context.db.read_latest([&](Transaction& tx) {
        return their::is_in_doubt(here ? here : their::last_heard(tx), tx.now, patience);
    });
    if (!in_doubt) return;
    try {
        context.gateway->hooks();
    } catch (const payments::NoAnswer& silence) {
        log(Level::warning, "mangopay_not_heard", {{"cause", silence.what()}});
    }
}

} // namespace

void hear_mangopay(Context& context)
{
    hear_within(context, their::ahead_max);
}

void note_mangopay(Transaction& tx, const Context& context)
{
    if (context.gateway != nullptr) their::note(tx, context.gateway->last_heard());
}

std::int64_t watch_clocks(Context& context)
{
    hear_within(context, 1h);
    return context.db.transaction([&](Transaction& tx) {
        note_mangopay(tx, context);
        std::int64_t wrong = 0;
        if (their::clock_ahead(tx)) {
            log(Level::error, "clock_ahead");
            ++wrong;
        }
        for (const auto& series : invoicing::series::all_ahead(tx)) {
            log(Level::error, "series_ahead", {{"series", series}});
            ++wrong;
        }
        if (their::is_silent(tx)) log(Level::warning, "mangopay_silent");
        return wrong;
    });
}

} // namespace jobs
