#include "domain/access/rivals.hpp"

#include "domain/access/email_change_store.hpp"
#include "domain/access/mailed_token_store.hpp"
#include "domain/accounts/account_store.hpp"
#include "domain/events/event_store.hpp"

namespace domain::access {

namespace {

// Far more than the limits on mail let through; what is left could claim nothing anyway.
constexpr int ended_at_most = 1000;

} // namespace

void end_rivals(Transaction& tx, const std::string& email_index)
{
    for (const auto& account : accounts::wanting_email(tx, email_index, ended_at_most)) {
        revoke_tokens(tx, account, TokenPurpose::email_verification);
        events::announce(tx, {events::Kind::sign_up_superseded, account.text()});
    }
    for (const auto& account : changing_to(tx, email_index, ended_at_most))
        drop_waiting_change(tx, account);
}

} // namespace domain::access
