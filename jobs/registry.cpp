#include "jobs/registry.hpp"

#include <algorithm>
#include <vector>

#include "jobs/clocks.hpp"
#include "jobs/deadlines.hpp"
#include "jobs/hooks.hpp"
#include "jobs/issue_invoices.hpp"
#include "jobs/messages.hpp"
#include "jobs/money_operations.hpp"
#include "jobs/payment_accounts.hpp"
#include "jobs/payouts.hpp"
#include "jobs/proposals.hpp"
#include "jobs/reconcile.hpp"
#include "jobs/refund_orders.hpp"
#include "jobs/release_orders.hpp"
#include "jobs/restore_documents.hpp"
#include "jobs/retention.hpp"
#include "jobs/send_mail.hpp"
#include "jobs/sign_heads.hpp"

namespace jobs {

using namespace std::chrono_literals;
using domain::events::Kind;

namespace {

constexpr Consumer all_consumers[] = {
    {Kind::mail_due, send_mail},
    {Kind::message_sent, on_message_sent},
    {Kind::order_released, issue_invoices},
    {Kind::invoices_issued, render_invoices},
    {Kind::money_operation_due, on_money_operation_due},
    {Kind::payment_account_due, on_payment_account_due},
    {Kind::payment_user_changed, on_payment_user_changed},
    {Kind::payment_user_closing, on_payment_user_closing},
    {Kind::hook_received, on_hook_received},
    {Kind::release_due, on_release_due},
    {Kind::refund_due, on_refund_due},
    {Kind::payout_due, on_payout_due},
    {Kind::account_closing, on_account_closing},
    {Kind::sign_up_superseded, on_sign_up_superseded},
    {Kind::series_decided, on_series_decided},
};

/// What nobody hears would be written, leased, done and kept for three days, for nothing.
consteval bool every_kind_is_heard()
{
    return std::ranges::all_of(domain::events::kinds, [](const auto& announced) {
        return std::ranges::any_of(all_consumers, [&](const Consumer& consumer) {
            return consumer.kind == announced.value;
        });
    });
}

static_assert(every_kind_is_heard());

} // namespace

std::span<const Consumer> consumers()
{
    return all_consumers;
}

std::span<const Scheduled> schedule()
{
    static const std::vector<Scheduled> all = {
        {"retention", 1h, retention},
        {"expire_requests", 5min, expire_requests},
        {"expire_quotes", 5min, expire_quotes},
        {"expire_orders", 5min, expire_orders},
        {"validate_silent_orders", 5min, validate_silent_orders},
        {"ensure_hooks", 1h, ensure_hooks},
        {"backfill_hooks", 1h, backfill_hooks},
        {"reconcile", 5s, reconcile},
        {"refresh_payment_accounts", 5min, refresh_payment_accounts},
        {"remind_of_renewals", 1h, remind_of_renewals},
        {"release_waiting_orders", 5min, release_waiting_orders},
        {"carry_out_proposals", 10s, carry_out_proposals},
        {"watch_clocks", 5min, watch_clocks},
        {"sign_heads", 1h, sign_heads},
        {"restore_documents", 1h, restore_documents},
    };
    return all;
}

} // namespace jobs
