#pragma once

#include "domain/mail/template.hpp"
#include "domain/orders/order.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::orders {

/// A mail for each side of an order. What is true for one is seldom true for the other, so each has
/// its own words; those that say nothing of a side may be the same.
struct News {
    mail::Template client;
    mail::Template provider;
};

namespace news {

inline constexpr News funded = {mail::Template::order_funded, mail::Template::order_funded};
inline constexpr News expired = {mail::Template::order_expired, mail::Template::order_expired};
inline constexpr News cancelled = {mail::Template::order_cancelled,
                                   mail::Template::order_cancelled};
inline constexpr News decided = {mail::Template::contestation_decided,
                                 mail::Template::contestation_decided};
inline constexpr News validated = {mail::Template::validation_counted,
                                   mail::Template::order_validated};
inline constexpr News released = {mail::Template::order_completed, mail::Template::order_released};
inline constexpr News refunded = {mail::Template::order_refunded, mail::Template::client_refunded};
inline constexpr News partly_refunded = {mail::Template::order_refunded,
                                         mail::Template::client_partly_refunded};

/// What the refund of `order` is for its two sides: nothing is left of it, or some.
const News& refund_of(const Order& order);

} // namespace news

/// Tells both.
void tell_both(Transaction& tx, const Order& order, const News& news);

} // namespace domain::orders
