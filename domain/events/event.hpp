#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"

namespace domain::events {

/// What can have happened. Facts are in the past tense; work to be done is `…_due`.
enum class Kind : std::uint8_t {
    mail_due,       // subject: the mail; detail: account, template and ids
    request_sent,   // subject: request
    quote_sent,     // subject: quote
    quote_accepted, // subject: order
    quote_refused,  // subject: quote
    order_funded,   // subject: order
    order_started,
    order_delivered,
    order_validated,
    order_contested,
    contestation_decided,
    order_cancelled,
    order_expired,
    order_released, // the provider has the money: invoices follow
    order_refunded,
    invoices_issued,  // subject: order
    message_sent,     // subject: message
    review_published, // subject: review
    review_replied,
    review_moderated,
    money_operation_due,  // subject: money operation: send it, or ask what became of it
    payment_account_due,  // subject: account: make it exist at Mangopay
    hook_received,        // subject: Mangopay resource id; detail: event type
    release_due,          // subject: order: transfer the escrowed money
    refund_due,           // subject: order
    payout_due,           // subject: wallet; detail: account
    account_closing,      // subject: account
    payment_user_closing, // subject: a user at Mangopay, which is to be closed there
};

std::string_view name(Kind kind);
std::optional<Kind> parse_kind(std::string_view text);

/// Something that happened, or is to be done, in the words of the domain. `subject` orders:
/// events of one subject are done one after the other. `detail` holds ids and codes only,
/// never personal data.
struct Event {
    Kind kind;
    std::string subject;
    std::string detail{};
};

} // namespace domain::events
