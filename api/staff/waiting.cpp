#include "api/staff/waiting.hpp"

#include <algorithm>

#include "api/staff/views.hpp"
#include "domain/core/stored.hpp"
#include "domain/events/event_store.hpp"
#include "domain/orders/order_store.hpp"
#include "domain/orders/release_block_store.hpp"

namespace api::staff {

using namespace domain;
using nlohmann::json;

namespace {

std::vector<WaitingOrder> waiting_orders(Transaction& tx, const std::string& after, int most)
{
    std::vector<WaitingOrder> found;
    for (const auto& id : orders::blocked_releases(tx, after, most)) {
        auto order = orders::find(tx, id);
        const auto since = order.refunded_at.value_or(order.validated_at.value_or(tx.now));
        auto reason = order.release_blocked_reason;
        found.push_back(
            {std::move(order), orders::Waits::release_blocked, std::move(reason), since});
    }
    for (auto& one : events::all_put_off(tx, events::Kind::order_released, after, most)) {
        found.push_back({orders::find(tx, stored(OrderId::parse(one.subject))),
                         orders::Waits::invoices_wait, std::move(one.why), one.since});
    }
    std::ranges::sort(found, {}, [](const auto& one) { return one.order.id.text(); });
    return found;
}

} // namespace

std::vector<json> all_waiting(Transaction& tx, const std::string& after, int most,
                              Language language)
{
    std::vector<json> all;
    for (const auto& left : payments::operations::left_to_people(tx, after, most))
        all.push_back(waiting_view(tx, left, language));
    if (std::ssize(all) == most) return all;
    for (const auto& one : waiting_orders(tx, after, most)) {
        if (std::ssize(all) == most) break;
        all.push_back(waiting_view(tx, one, language));
    }
    return all;
}

} // namespace api::staff
