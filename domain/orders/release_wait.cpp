#include "domain/orders/release_wait.hpp"

#include <algorithm>
#include <string>

#include "domain/mail/notify.hpp"
#include "domain/orders/release_block_store.hpp"

namespace domain::orders {

namespace {

/// "invoices_cannot_be_written/client/marketplace": another side is another reason to be told.
std::string key_of(const Order& order, const std::vector<Awaited>& on)
{
    auto key = order.release_blocked_reason;
    for (const auto side : on)
        key.append("/").append(name(side));
    return key;
}

/// What is true for one of the two: it is to act, the other is, or neither.
mail::Template news_for(Awaited own, Awaited other, const std::vector<Awaited>& on)
{
    const auto waits_on = [&](Awaited side) { return std::ranges::find(on, side) != on.end(); };
    if (waits_on(own)) return mail::Template::release_waits_for_you;
    if (waits_on(other)) return mail::Template::release_waits_for_other_side;
    return mail::Template::release_waits_for_marketplace;
}

} // namespace

bool is_release_blocked(const Order& order)
{
    const auto& states = awaiting_release;
    return !order.release_blocked_reason.empty() &&
           std::ranges::find(states, order.state) != states.end();
}

void tell_of_wait(Transaction& tx, const Order& order, const std::vector<Awaited>& on)
{
    if (!is_release_blocked(order)) return;
    auto wait = wait_of(tx, order.id);
    const auto key = key_of(order, on);
    if (wait.reason != key || !wait.since) {
        wait.reason = key;
        wait.since = tx.now;
        return write_wait(tx, order.id, wait);
    }
    const bool is_told = wait.told.find(" " + key + " ") != std::string::npos;
    if (is_told || *wait.since + told_after > tx.now) return;
    wait.told += wait.told.empty() ? " " + key + " " : key + " ";
    write_wait(tx, order.id, wait);
    const auto client = news_for(Awaited::client, Awaited::provider, on);
    const auto provider = news_for(Awaited::provider, Awaited::client, on);
    mail::notify(tx, order.client, client, {order.id.text()});
    mail::notify(tx, order.provider, provider, {order.id.text()});
}

} // namespace domain::orders
