#include "domain/mail/template.hpp"

#include <array>

#include "domain/core/check.hpp"
#include "domain/core/words.hpp"

namespace domain::mail {

namespace {

struct Line {
    Template which;
    std::string_view name;
    MailKind kind;
    std::string_view link; // ending in '/' or '=': the first id, or the token, follows
};

constexpr std::array lines = {
    Line{Template::email_verification, "email_verification", MailKind::service,
         "/email-verification?token="},
    Line{Template::already_registered, "already_registered", MailKind::service, "/password-reset"},
    Line{Template::password_reset, "password_reset", MailKind::service,
         "/password-reset/new?token="},
    Line{Template::password_changed, "password_changed", MailKind::service, "/account/security"},
    Line{Template::password_set_by_link, "password_set_by_link", MailKind::service,
         "/account/security"},
    Line{Template::password_and_factor_reset, "password_and_factor_reset", MailKind::service,
         "/account/security"},
    Line{Template::second_factor_set, "second_factor_set", MailKind::service, "/account/security"},
    Line{Template::second_factor_removed, "second_factor_removed", MailKind::service,
         "/account/security"},
    Line{Template::archive_key_minted, "archive_key_minted", MailKind::service,
         "/account/security"},
    Line{Template::archive_key_opens, "archive_key_opens", MailKind::service, "/account/security"},
    Line{Template::email_change, "email_change", MailKind::service, "/email-change?token="},
    Line{Template::email_change_requested, "email_change_requested", MailKind::service,
         "/account/security"},
    Line{Template::email_changed, "email_changed", MailKind::service, "/"},
    Line{Template::proof_code, "proof_code", MailKind::service, "/account/security"},
    Line{Template::identity_changed, "identity_changed", MailKind::service, "/account/security"},
    Line{Template::payout_recipient_registered, "payout_recipient_registered", MailKind::service,
         "/account/security"},
    Line{Template::payout_recipient_active, "payout_recipient_active", MailKind::service,
         "/account/security"},
    Line{Template::strong_authentication_begun, "strong_authentication_begun", MailKind::service,
         "/account/security"},
    Line{Template::account_unused, "account_unused", MailKind::service, "/account"},
    Line{Template::account_closing, "account_closing", MailKind::service, "/account"},
    Line{Template::account_being_closed, "account_being_closed", MailKind::service, "/account"},
    Line{Template::account_closed, "account_closed", MailKind::service, "/"},
    Line{Template::staff_made, "staff_made", MailKind::service, "/"},
    Line{Template::proposal_made, "proposal_made", MailKind::service, "/staff/proposals/"},
    Line{Template::proposal_unopposed, "proposal_unopposed", MailKind::service,
         "/proposal-refusal?token="},
    Line{Template::proposal_decided, "proposal_decided", MailKind::service, "/staff/proposals/"},
    Line{Template::request_received, "request_received", MailKind::quote, "/requests/"},
    Line{Template::request_refused, "request_refused", MailKind::quote, "/requests/"},
    Line{Template::request_expired, "request_expired", MailKind::quote, "/requests/"},
    Line{Template::quote_received, "quote_received", MailKind::quote, "/quotes/"},
    Line{Template::quote_changed, "quote_changed", MailKind::quote, "/quotes/"},
    Line{Template::quote_accepted, "quote_accepted", MailKind::quote, "/orders/"},
    Line{Template::quote_refused, "quote_refused", MailKind::quote, "/quotes/"},
    Line{Template::quote_withdrawn, "quote_withdrawn", MailKind::quote, "/quotes/"},
    Line{Template::quote_expired, "quote_expired", MailKind::quote, "/quotes/"},
    Line{Template::order_awaits_payment, "order_awaits_payment", MailKind::payment, "/orders/"},
    Line{Template::order_funded, "order_funded", MailKind::payment, "/orders/"},
    Line{Template::order_started, "order_started", MailKind::payment, "/orders/"},
    Line{Template::order_delivered, "order_delivered", MailKind::payment, "/orders/"},
    Line{Template::order_validated, "order_validated", MailKind::payment, "/orders/"},
    Line{Template::validation_counted, "validation_counted", MailKind::payment, "/orders/"},
    Line{Template::order_contested, "order_contested", MailKind::payment, "/orders/"},
    Line{Template::contestation_decided, "contestation_decided", MailKind::payment, "/orders/"},
    Line{Template::order_cancelled, "order_cancelled", MailKind::payment, "/orders/"},
    Line{Template::order_expired, "order_expired", MailKind::payment, "/orders/"},
    Line{Template::order_released, "order_released", MailKind::payment, "/orders/"},
    Line{Template::order_completed, "order_completed", MailKind::payment, "/orders/"},
    Line{Template::order_refunded, "order_refunded", MailKind::payment, "/orders/"},
    Line{Template::client_refunded, "client_refunded", MailKind::payment, "/orders/"},
    Line{Template::client_partly_refunded, "client_partly_refunded", MailKind::payment, "/orders/"},
    Line{Template::release_waits_for_you, "release_waits_for_you", MailKind::service, "/orders/"},
    Line{Template::release_waits_for_other_side, "release_waits_for_other_side", MailKind::payment,
         "/orders/"},
    Line{Template::release_waits_for_marketplace, "release_waits_for_marketplace",
         MailKind::payment, "/orders/"},
    Line{Template::refund_refused, "refund_refused", MailKind::service, "/orders/"},
    Line{Template::paid_by_other_means, "paid_by_other_means", MailKind::service,
         "/account/payments"},
    Line{Template::invoices_available, "invoices_available", MailKind::payment, "/orders/"},
    Line{Template::payout_sent, "payout_sent", MailKind::payment, "/account/payments"},
    Line{Template::payment_account_changed, "payment_account_changed", MailKind::payment,
         "/account/payments"},
    Line{Template::verification_renewal, "verification_renewal", MailKind::service,
         "/account/payments"},
    Line{Template::message_received, "message_received", MailKind::message, "/conversations/"},
    Line{Template::review_received, "review_received", MailKind::review, "/reviews/"},
    Line{Template::review_replied, "review_replied", MailKind::review, "/reviews/"},
    Line{Template::review_moderated, "review_moderated", MailKind::service, "/reviews/"},
};

const Line& line_of(Template which)
{
    for (const auto& line : lines) {
        if (line.which == which) return line;
    }
    throw Bug("every mail template has its line");
}

} // namespace

std::string_view name(MailKind kind)
{
    switch (kind) {
    case MailKind::service: return "service";
    case MailKind::message: return "message";
    case MailKind::quote: return "quote";
    case MailKind::payment: return "payment";
    case MailKind::review: return "review";
    }
    return "unknown";
}

std::optional<MailKind> parse_mail_kind(std::string_view text)
{
    return named<MailKind>(text);
}

std::string_view name(Template which)
{
    return line_of(which).name;
}

std::optional<Template> parse_template(std::string_view text)
{
    for (const auto& line : lines) {
        if (line.name == text) return line.which;
    }
    return {};
}

MailKind kind_of(Template which)
{
    return line_of(which).kind;
}

std::string_view link_of(Template which)
{
    return line_of(which).link;
}

} // namespace domain::mail
