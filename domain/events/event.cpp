#include "domain/events/event.hpp"

namespace domain::events {

namespace {

constexpr Kind last = Kind::payment_user_closing;

} // namespace

std::string_view name(Kind kind)
{
    switch (kind) {
    case Kind::mail_due: return "mail_due";
    case Kind::request_sent: return "request_sent";
    case Kind::quote_sent: return "quote_sent";
    case Kind::quote_accepted: return "quote_accepted";
    case Kind::quote_refused: return "quote_refused";
    case Kind::order_funded: return "order_funded";
    case Kind::order_started: return "order_started";
    case Kind::order_delivered: return "order_delivered";
    case Kind::order_validated: return "order_validated";
    case Kind::order_contested: return "order_contested";
    case Kind::contestation_decided: return "contestation_decided";
    case Kind::order_cancelled: return "order_cancelled";
    case Kind::order_expired: return "order_expired";
    case Kind::order_released: return "order_released";
    case Kind::order_refunded: return "order_refunded";
    case Kind::invoices_issued: return "invoices_issued";
    case Kind::message_sent: return "message_sent";
    case Kind::review_published: return "review_published";
    case Kind::review_replied: return "review_replied";
    case Kind::review_moderated: return "review_moderated";
    case Kind::money_operation_due: return "money_operation_due";
    case Kind::payment_account_due: return "payment_account_due";
    case Kind::hook_received: return "hook_received";
    case Kind::release_due: return "release_due";
    case Kind::refund_due: return "refund_due";
    case Kind::payout_due: return "payout_due";
    case Kind::account_closing: return "account_closing";
    case Kind::payment_user_closing: return "payment_user_closing";
    }
    return "unknown";
}

std::optional<Kind> parse_kind(std::string_view text)
{
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (name(static_cast<Kind>(i)) == text) return static_cast<Kind>(i);
    }
    return {};
}

} // namespace domain::events
