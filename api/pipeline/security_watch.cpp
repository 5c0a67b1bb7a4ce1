#include "api/pipeline/security_watch.hpp"

#include <algorithm>
#include <array>

#include "api/pipeline/origin.hpp"
#include "domain/access/sign_in_ticket.hpp"
#include "domain/core/retry_later.hpp"

namespace api {

using namespace domain;
using access::SecurityEvent;

namespace {

/// What an operation that was carried out did.
struct Done {
    std::string_view operation;
    SecurityEvent event;
};

constexpr std::array done = {
    Done{"open_session", SecurityEvent::signed_in},
    Done{"end_session", SecurityEvent::sessions_ended},
    Done{"end_one_session", SecurityEvent::sessions_ended},
    Done{"end_all_sessions", SecurityEvent::sessions_ended},
    Done{"request_password_reset", SecurityEvent::password_reset_asked},
    Done{"set_password", SecurityEvent::password_set_by_link},
    Done{"change_password", SecurityEvent::password_changed},
    Done{"confirm_second_factor", SecurityEvent::second_factor_set},
    Done{"remove_second_factor", SecurityEvent::second_factor_removed},
    Done{"request_email_change", SecurityEvent::email_change_asked},
    Done{"complete_email_change", SecurityEvent::email_changed},
    Done{"edit_me", SecurityEvent::identity_changed},
    Done{"write_legal_details", SecurityEvent::identity_changed},
    Done{"register_payout_recipient", SecurityEvent::payout_recipient_given},
    Done{"enrol_strong_authentication", SecurityEvent::strong_authentication_begun},
    Done{"mint_archive_key", SecurityEvent::archive_key_minted},
    Done{"mint_own_archive_key", SecurityEvent::archive_key_minted},
    Done{"revoke_archive_key", SecurityEvent::archive_key_revoked},
    Done{"revoke_own_archive_key", SecurityEvent::archive_key_revoked},
    Done{"revoke_document_link", SecurityEvent::document_link_revoked},
    Done{"close_account", SecurityEvent::closure_asked},
};

access::SecurityTrace trace_of(std::string_view operation, const Request& request)
{
    access::SecurityTrace trace{
        .from = origin_of(request.raw), .operation = operation, .request_id = request.id};
    if (request.actor) trace.account = request.actor->account;
    const auto email = request.body.is_object() ? request.body.find("email") : request.body.end();
    if (email != request.body.end() && email->is_string())
        trace.email = accounts::Email::parse(email->get_ref<const std::string&>());
    const auto ticket = request.body.is_object() ? request.body.find("ticket") : request.body.end();
    if (!trace.account && ticket != request.body.end() && ticket->is_string())
        trace.account = access::named_by_ticket(ticket->get_ref<const std::string&>());
    return trace;
}

} // namespace

void note_refusal(const App& app, std::string_view operation, const Request& request,
                  const Refused& refused)
{
    std::optional<SecurityEvent> event;
    if (const auto* security = dynamic_cast<const access::SecurityRefusal*>(&refused))
        event = security->event();
    if (refused.why() == Refusal::too_many_requests) event = SecurityEvent::limit_reached;
    if (event) access::log_security(app.vault, *event, trace_of(operation, request));
}

void note_success(const App& app, std::string_view operation, const Request& request,
                  const Response& response)
{
    constexpr int first_refusal = 300;
    const auto* found = std::ranges::find(done, operation, &Done::operation);
    if (found == done.end() || response.status >= first_refusal) return;
    // An edit changes an identity only where it says that it knows what that costs.
    const bool is_identity = found->event == SecurityEvent::identity_changed;
    if (is_identity && !request.body.value("accepts_new_verification", false)) return;
    auto trace = trace_of(operation, request);
    if (!trace.account) trace.account = response.subject;
    access::log_security(app.vault, found->event, trace);
}

bool is_watched(std::string_view operation)
{
    return std::ranges::find(done, operation, &Done::operation) != done.end();
}

void note_unknown_session(const App& app, std::string_view operation, const Request& request)
{
    access::log_security(app.vault, SecurityEvent::session_refused, trace_of(operation, request));
}

void note_trouble(const Vault& vault, http::Trouble trouble, const http::Request* request)
{
    using http::Trouble;
    if (trouble == Trouble::not_found || trouble == Trouble::method_not_allowed) return;
    access::SecurityTrace trace;
    if (request != nullptr) trace.from = origin_of(*request);
    access::log_security(vault, SecurityEvent::transport_refused, trace);
}

} // namespace api
