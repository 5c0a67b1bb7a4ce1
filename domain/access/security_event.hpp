#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "domain/accounts/email.hpp"
#include "domain/accounts/origin.hpp"
#include "domain/core/id.hpp"
#include "domain/core/log.hpp"
#include "domain/core/refused.hpp"
#include "domain/vault/vault.hpp"

namespace domain::access {

/// What somebody who watches over the installation wants to know of: what attacks look like, and
/// what a successful one would do.
enum class SecurityEvent : std::uint8_t {
    sign_in_refused,
    code_refused,
    proof_refused,
    link_refused,
    session_refused,
    actor_refused,
    origin_refused,
    hook_refused,
    limit_reached,
    transport_refused,
    signed_in,
    sessions_ended,
    password_reset_asked,
    password_set_by_link,
    password_changed,
    second_factor_set,
    second_factor_removed,
    email_change_asked,
    email_changed,
    identity_changed,
    payout_recipient_given,
    strong_authentication_begun,
    archive_key_minted,
    archive_key_revoked,
    document_link_revoked,
    closure_asked,
};

/// One line of the table.
struct SecurityRow {
    SecurityEvent event;
    std::string_view name;
    Level level;
    std::string_view meaning; // in English, for whoever reads the log
};
std::span<const SecurityRow> security_events();
std::string_view name(SecurityEvent event);

/// Whom and what it was about, as far as it is known. Nothing of it is logged in the clear but
/// `operation` and `request_id`, which are words of ours.
struct SecurityTrace {
    accounts::ConnectionOrigin from{};
    std::optional<AccountId> account{};
    std::optional<accounts::Email> email{}; // that was typed
    std::string_view operation{};
    std::string_view request_id{};
};

/// Writes one line of log: {"event": "security", "kind": …}, with the keyed indexes of account,
/// address and network. Whoever has the keys can compare them with the rows; from the line alone
/// nobody learns who it was. The only place that writes such lines.
void log_security(const Vault& vault, SecurityEvent event, const SecurityTrace& trace);

/// A refusal that is a security event too. Logged by whoever answers it.
class SecurityRefusal : public Refused {
public:
    SecurityRefusal(SecurityEvent event, const Refused& refused) : Refused(refused), event_(event)
    {
    }

    SecurityEvent event() const { return event_; }

private:
    SecurityEvent event_;
};

} // namespace domain::access
