#include "payments/payment_accounts/payment_accounts.hpp"

#include "domain/accounts/account_store.hpp"
#include "domain/events/event_store.hpp"
#include "domain/mail/notify.hpp"
#include "domain/payees/payable_state_store.hpp"
#include "payments/operations/operation_store.hpp"
#include "payments/payment_accounts/payment_account_store.hpp"

namespace payments::payment_accounts {

namespace {

using operations::Operation;
using operations::Plan;

std::string intent(Kind kind, const AccountId& account, Role role)
{
    return std::string(name(kind)) + " " + account.text() + " " + std::string(name(role));
}

PaymentAccount find(Transaction& tx, const AccountId& account, Role role)
{
    auto found = maybe_find(tx, account, role);
    domain::check(found.has_value(), "an operation's payment account is there");
    return std::move(*found);
}

/// Tells accounts what decides about being payable.
void publish(Transaction& tx, const PaymentAccount& owner)
{
    domain::payees::write_payable_state(tx, owner.account_id,
                                        {owner.user_id.text(), owner.may_receive(tx.now),
                                         active_recipient(tx, owner.account_id).has_value(),
                                         owner.renewal_due});
}

void tell(Transaction& tx, const AccountId& account)
{
    domain::mail::notify(tx, account, domain::mail::Template::payment_account_changed);
}

/// Whoever was told of a former deadline was told nothing of this one.
void take_deadline(PaymentAccount& account, const std::optional<domain::Day>& deadline)
{
    const auto due = deadline ? std::optional(domain::start_of_day_in_paris(*deadline))
                              : std::optional<domain::Instant>();
    if (account.renewal_due == due) return;
    account.renewal_due = due;
    account.renewal_told_at.reset();
}

/// What waited for the account to be able to receive can go on.
void resume(Transaction& tx, const PaymentAccount& owner)
{
    if (!owner.is_open()) return;
    domain::events::announce(
        tx, {domain::events::Kind::payout_due, owner.wallet_id.text(), owner.account_id.text()});
}

void announce_change(Transaction& tx, const PaymentAccount& account)
{
    if (account.user_id.empty()) return; // its user is made from the profile of that moment
    domain::events::announce(tx,
                             {domain::events::Kind::payment_user_changed, account.user_id.text()});
}

/// Mangopay has verified the identity that the owner has now: its level counts again.
void trust(Transaction& tx, PaymentAccount& owner)
{
    owner.unverified_since.reset();
    save(tx, owner);
    publish(tx, owner);
    if (owner.may_receive(tx.now)) resume(tx, owner);
}

/// A new recipient, or a lost one: payouts may go on with the one that is active now.
void recipient_changed(Transaction& tx, const AccountId& provider, bool became_active)
{
    auto account = find(tx, provider, Role::owner);
    if (became_active) account.payout_blocked_code.clear();
    save(tx, account);
    publish(tx, account);
    if (!became_active) return;
    domain::mail::notify(tx, provider, domain::mail::Template::payout_recipient_active);
    resume(tx, account);
}

} // namespace

Opening open(Transaction& tx, const AccountId& account, Role role)
{
    const auto who = domain::accounts::find(tx, account);
    insert(tx, account, role, who.is_company);
    auto found = find(tx, account, role);
    if (found.is_open()) return {std::move(found)};
    const auto kind = found.user_id.empty() ? Kind::user : Kind::wallet;
    const auto operation = operations::plan(tx, Plan{.kind = kind,
                                                     .intent = intent(kind, account, role),
                                                     .account_id = account,
                                                     .role = role,
                                                     .author_id = found.user_id});
    return {{}, operation.id};
}

std::string refusal_of(Transaction& tx, const AccountId& account, Role role)
{
    for (const auto kind : {Kind::user, Kind::wallet}) {
        const auto latest = operations::find_latest(tx, intent(kind, account, role));
        const bool refused = latest && latest->state == operations::State::failed &&
                             latest->result_code != operations::not_made;
        if (refused) return latest->result_code;
    }
    return {};
}

void user_made(Transaction& tx, const Operation& operation)
{
    auto account = find(tx, operation.plan.account_id, operation.plan.role);
    account.user_id = UserId(operation.resource_id.text());
    account.user_status =
        account.role == Role::owner ? UserStatus::pending_user_action : UserStatus::active;
    save(tx, account);
    if (account.role == Role::owner) publish(tx, account);
    if (account.unverified_since) announce_change(tx, account); // declared while it was being made
    open(tx, account.account_id, account.role);                 // its wallet is next
}

void wallet_made(Transaction& tx, const Operation& operation)
{
    auto account = find(tx, operation.plan.account_id, operation.plan.role);
    account.wallet_id = WalletId(operation.resource_id.text());
    save(tx, account);
    operations::wake(tx, account.account_id, account.role); // a payment that waited for it
}

void verification_made(Transaction& tx, const operations::Change& change)
{
    if (!change.resource) return;
    insert_verification(tx, change.operation.plan.account_id, change.operation.id,
                        *change.resource);
}

void recipient_made(Transaction& tx, const operations::Change& change)
{
    if (!change.resource) return;
    const auto& account = change.operation.plan.account_id;
    insert_recipient(tx, account, change.operation.id, *change.resource);
    domain::mail::notify(tx, account, domain::mail::Template::payout_recipient_registered);
    // Active at once when Mangopay asks for no strong authentication.
    recipient_changed(tx, account,
                      recipient_status(change.resource->state) == RecipientStatus::active);
}

void user_seen(Transaction& tx, const UserState& user, const Blocking& blocking)
{
    auto account = find_by_user(tx, user.id);
    if (!account) return;
    const auto before = *account;
    account->user_status = user.status;
    account->kyc_level = user.kyc_level;
    account->inflows_blocked = blocking.inflows;
    account->outflows_blocked = blocking.outflows;
    account->block_code = blocking.code;
    take_deadline(*account, blocking.renewal_deadline);
    // A level that rises after Mangopay took the new identity rises by that one.
    const bool has_risen = before.kyc_level != KycLevel::regular &&
                           account->kyc_level == KycLevel::regular && before.is_identity_taken;
    if (has_risen) account->unverified_since.reset();
    save(tx, *account);
    if (account->role != Role::owner) return;
    publish(tx, *account);
    const bool may_receive = account->may_receive(tx.now);
    const bool changed = before.has_level() != account->has_level() ||
                         before.may_receive(tx.now) != may_receive ||
                         before.outflows_blocked != account->outflows_blocked;
    if (!changed) return;
    tell(tx, account->account_id);
    if (may_receive) resume(tx, *account);
}

void verification_seen(Transaction& tx, const VerificationState& verification)
{
    const auto account = account_of_verification(tx, verification.id);
    if (!account || !save_verification(tx, verification)) return;
    auto owner = find(tx, *account, Role::owner);
    const auto current = current_verification(tx, owner);
    const bool is_verified = verification.status == VerificationStatus::validated &&
                             owner.unverified_since && current && current->id == verification.id;
    if (is_verified) trust(tx, owner);
    const bool failed = verification.status == VerificationStatus::refused ||
                        verification.status == VerificationStatus::expired;
    if (failed) tell(tx, *account);
}

void recipient_seen(Transaction& tx, const RecipientState& recipient)
{
    const auto account = account_of_recipient(tx, recipient.id);
    if (!account || !save_recipient(tx, recipient)) return;
    recipient_changed(tx, *account, recipient.status == RecipientStatus::active);
}

void identity_changed(Transaction& tx, const AccountId& account)
{
    for (const auto role : {Role::payer, Role::owner}) {
        auto known = maybe_find(tx, account, role);
        if (!known) continue;
        known->unverified_since = tx.now;
        known->is_identity_taken = known->user_id.empty(); // it will be made with it
        known->identity_refusal.clear();
        save(tx, *known);
        if (role == Role::owner) publish(tx, *known);
        announce_change(tx, *known);
    }
}

void identity_taken(Transaction& tx, const UserId& user)
{
    auto account = find_by_user(tx, user);
    if (!account) return;
    account->is_identity_taken = true;
    account->identity_refusal.clear();
    save(tx, *account);
}

void identity_refused(Transaction& tx, const UserId& user, const std::string& code)
{
    auto account = find_by_user(tx, user);
    if (!account) return;
    account->identity_refusal = code;
    save(tx, *account);
    tell(tx, account->account_id);
}

void block_payouts(Transaction& tx, const AccountId& provider, const std::string& code)
{
    auto account = find(tx, provider, Role::owner);
    account.payout_blocked_code = code;
    save(tx, account);
    tell(tx, provider);
}

} // namespace payments::payment_accounts
