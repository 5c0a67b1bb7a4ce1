#include "jobs/deadlines.hpp"

#include <functional>
#include <vector>

#include "domain/core/log.hpp"
#include "domain/deals/request_endings.hpp"
#include "domain/orders/orders.hpp"
#include "domain/quotes/quote_store.hpp"
#include "domain/quotes/quotes.hpp"
#include "domain/requests/request_store.hpp"
#include "domain/requests/requests.hpp"

namespace jobs {

using namespace domain;

namespace {

constexpr int batch_max = 100;

/// Does `act` for each id in a unit of work of its own: one that fails costs itself, not the
/// batch, and is tried again at the next run.
template <typename Id>
std::int64_t each(Database& db, const std::vector<Id>& ids,
                  const std::function<bool(Transaction&, const Id&)>& act)
{
    std::int64_t done = 0;
    for (const auto& id : ids) {
        try {
            done += db.transaction([&](Transaction& tx) { return act(tx, id); }) ? 1 : 0;
        } catch (const std::exception&) {
            log(Level::error, "deadline_failed", {{"subject", id.text()}});
        }
    }
    return done;
}

} // namespace

std::int64_t expire_requests(Context& context)
{
    const auto due =
        context.db.read_latest([](Transaction& tx) { return requests::overdue(tx, batch_max); });
    return each<RequestId>(context.db, due, deals::expire_request);
}

std::int64_t expire_quotes(Context& context)
{
    const auto due =
        context.db.read_latest([](Transaction& tx) { return quotes::overdue(tx, batch_max); });
    return each<QuoteId>(context.db, due, quotes::expire);
}

std::int64_t expire_orders(Context& context)
{
    const auto due =
        context.db.read_latest([](Transaction& tx) { return orders::unpaid_since(tx, batch_max); });
    return each<OrderId>(context.db, due, orders::expire);
}

std::int64_t validate_silent_orders(Context& context)
{
    const auto& platform = context.platform;
    const auto due = context.db.read_latest([&](Transaction& tx) {
        return orders::delivered_before(tx, tx.now - platform.silence_validates, batch_max);
    });
    return each<OrderId>(context.db, due, [&](Transaction& tx, const OrderId& id) {
        return orders::validate_by_silence(tx, id, platform);
    });
}

} // namespace jobs
