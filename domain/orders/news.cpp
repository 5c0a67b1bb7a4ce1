#include "domain/orders/news.hpp"

#include "domain/mail/notify.hpp"

namespace domain::orders {

void tell_both(Transaction& tx, const Order& order, const News& news)
{
    mail::notify(tx, order.client, news.client, {order.id.text()});
    mail::notify(tx, order.provider, news.provider, {order.id.text()});
}

const News& news::refund_of(const Order& order)
{
    return order.kept().minor() > 0 ? partly_refunded : refunded;
}

} // namespace domain::orders
