#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace domain::mail {

/// Every mail the product writes. Texts are data: ops/texts/mails/<name>.json.
enum class Template : std::uint8_t {
    // service: cannot be switched off
    email_verification,
    already_registered, // instead of the former or of email_change, to who has an account
    password_reset,
    password_changed,
    password_set_by_link,
    password_and_factor_reset, // a factor set since the address was verified went with it
    second_factor_set,
    second_factor_removed,
    archive_key_minted,     // to its minter
    archive_key_opens,      // to the party whose invoices it opens, when somebody else minted it
    email_change,           // ids = the change; to the new address, with its link
    email_change_requested, // ids = the change; to the present address
    email_changed,          // ids = the change; to the former address
    proof_code,             // carries a code that proves its reader
    identity_changed,       // of a provider whom Mangopay had verified
    payout_recipient_registered,
    payout_recipient_active, // Mangopay pays there from now on
    strong_authentication_begun,
    account_unused,
    account_closing,      // its owner asked for it
    account_being_closed, // nobody used it, or its closing is taken up again
    account_closed,       // written before the address goes: last_letter.hpp
    staff_made,           // ids = the account; to the company: one of its own people was added
    proposal_made,        // ids = the proposal; to staff who may decide it
    proposal_unopposed,   // ids = the proposal; to the company, which may refuse it by its link
    proposal_decided,     // ids = the proposal; to whoever made it
    // quote: ids = the request or quote
    request_received,
    request_refused,
    request_expired,
    quote_received,
    quote_changed,
    quote_accepted,
    quote_refused,
    quote_withdrawn,
    quote_expired,
    // payment: ids = the order, but where said
    order_awaits_payment,
    order_funded,
    order_started,
    order_delivered,
    order_validated,    // to the provider: the money follows
    validation_counted, // to the client
    order_contested,
    contestation_decided,
    order_cancelled,
    order_expired,
    order_released,         // to the provider: it is paid
    order_completed,        // to the client
    order_refunded,         // to the client
    client_refunded,        // to the provider: nothing is left of the order
    client_partly_refunded, // to the provider: the rest is released to it
    release_waits_for_you,  // service: to the side on which something keeps the release waiting
    release_waits_for_other_side,
    release_waits_for_marketplace,
    refund_refused,      // to the client: it will not come by card, and what to do next
    paid_by_other_means, // to whoever was owed it; no id where there is no order
    invoices_available,
    payout_sent,             // no id
    payment_account_changed, // no id: Mangopay decided on the identity
    verification_renewal,    // service: the day until when Mangopay wants a verification renewed
    // message: ids = the conversation
    message_received,
    // review: ids = the review
    review_received,
    review_replied,
    review_moderated, // service: the author of a refused review is told why, whatever it wants
};

/// What can be switched off, each on its own. Service mails cannot.
enum class MailKind : std::uint8_t { service, message, quote, payment, review };
std::string_view name(MailKind kind);
std::optional<MailKind> parse_mail_kind(std::string_view text);

std::string_view name(Template which);
std::optional<Template> parse_template(std::string_view text);
MailKind kind_of(Template which);

/// Where the mail's link leads on the web site: "/orders/" before the first id, or a page.
std::string_view link_of(Template which);

} // namespace domain::mail
