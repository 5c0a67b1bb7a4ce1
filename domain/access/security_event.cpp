#include "domain/access/security_event.hpp"

#include <algorithm>
#include <array>

#include "domain/core/check.hpp"

namespace domain::access {

namespace {

using Event = SecurityEvent;

constexpr std::array rows = {
    SecurityRow{Event::sign_in_refused, "sign_in_refused", Level::warning,
                "wrong password, unknown or unconfirmed address, closed account"},
    SecurityRow{Event::code_refused, "code_refused", Level::warning,
                "the password was right, the code of the second factor was not"},
    SecurityRow{Event::proof_refused, "proof_refused", Level::warning,
                "somebody signed in, or with a link, did not prove a sensitive change"},
    SecurityRow{Event::link_refused, "link_refused", Level::warning,
                "a mailed link that is unknown, expired or used"},
    SecurityRow{Event::session_refused, "session_refused", Level::info,
                "a session or archive key that is unknown, expired or ended"},
    SecurityRow{Event::actor_refused, "actor_refused", Level::warning,
                "a route of staff or archive readers, called by somebody else or without the code"},
    SecurityRow{Event::origin_refused, "origin_refused", Level::warning,
                "a cookie from another site, or without its token"},
    SecurityRow{Event::hook_refused, "hook_refused", Level::warning,
                "Mangopay's hook with a wrong secret"},
    SecurityRow{Event::limit_reached, "limit_reached", Level::warning,
                "more tries, or more of anything, than a limit allows"},
    SecurityRow{Event::transport_refused, "transport_refused", Level::info,
                "bytes that are no request of ours, too large, too slow, or too many at once"},
    SecurityRow{Event::signed_in, "signed_in", Level::info, "a session was opened"},
    SecurityRow{Event::sessions_ended, "sessions_ended", Level::info,
                "one session, or all of an account, by its owner"},
    SecurityRow{Event::password_reset_asked, "password_reset_asked", Level::info,
                "a link was asked for; whether there is such an account is not said"},
    SecurityRow{Event::password_set_by_link, "password_set_by_link", Level::info,
                "the link was followed"},
    SecurityRow{Event::password_changed, "password_changed", Level::info, "with the one before"},
    SecurityRow{Event::second_factor_set, "second_factor_set", Level::info, "it is in force"},
    SecurityRow{Event::second_factor_removed, "second_factor_removed", Level::info,
                "the password alone is enough again"},
    SecurityRow{Event::email_change_asked, "email_change_asked", Level::info,
                "the new address is to be proved"},
    SecurityRow{Event::email_changed, "email_changed", Level::info, "the new address was proved"},
    SecurityRow{Event::identity_changed, "identity_changed", Level::info,
                "another identity than Mangopay had verified was consented to"},
    SecurityRow{Event::payout_recipient_given, "payout_recipient_given", Level::info,
                "another bank account to be paid to"},
    SecurityRow{Event::strong_authentication_begun, "strong_authentication_begun", Level::info,
                "a link to enrol at Mangopay was given out"},
    SecurityRow{Event::archive_key_minted, "archive_key_minted", Level::info,
                "a program may read invoices"},
    SecurityRow{Event::archive_key_revoked, "archive_key_revoked", Level::info,
                "it may not any more"},
    SecurityRow{Event::document_link_revoked, "document_link_revoked", Level::info,
                "a closed account's link to its documents opens nothing any more"},
    SecurityRow{Event::closure_asked, "closure_asked", Level::info, "an account is closing"},
};

const SecurityRow& row_of(SecurityEvent event)
{
    const auto* found = std::ranges::find(rows, event, &SecurityRow::event);
    check(found != rows.end(), "every security event has its row");
    return *found;
}

} // namespace

std::span<const SecurityRow> security_events()
{
    return rows;
}

std::string_view name(SecurityEvent event)
{
    return row_of(event).name;
}

void log_security(const Vault& vault, SecurityEvent event, const SecurityTrace& trace)
{
    const auto indexed = [&](std::string_view purpose, const std::string& value) {
        return value.empty() ? std::string() : vault.blind_index(purpose, value);
    };
    log(row_of(event).level, "security",
        {{"kind", std::string(row_of(event).name)},
         {"operation", std::string(trace.operation)},
         {"request_id", std::string(trace.request_id)},
         {"account", trace.account ? indexed("account", trace.account->text()) : ""},
         {"address", trace.email ? indexed("email", trace.email->text()) : ""},
         {"network", indexed("network", trace.from.network())}});
}

} // namespace domain::access
