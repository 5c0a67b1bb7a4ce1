#include "payments/flows/follow.hpp"

#include "payments/flows/pay_ins.hpp"
#include "payments/flows/payouts.hpp"
#include "payments/flows/refunds.hpp"
#include "payments/flows/releases.hpp"
#include "payments/payment_accounts/payment_accounts.hpp"

namespace payments::flows {

void follow(domain::Transaction& tx, const operations::Change& change)
{
    const bool succeeded = change.operation.state == operations::State::succeeded;
    switch (change.operation.plan.kind) {
    case Kind::user:
        if (succeeded) payment_accounts::user_made(tx, change.operation);
        return;
    case Kind::wallet:
        if (succeeded) payment_accounts::wallet_made(tx, change.operation);
        return;
    case Kind::verification:
        if (succeeded) payment_accounts::verification_made(tx, change);
        return;
    case Kind::recipient:
        if (succeeded) payment_accounts::recipient_made(tx, change);
        return;
    case Kind::pay_in: return pay_ins::settled(tx, change);
    case Kind::transfer: return releases::settled(tx, change);
    case Kind::refund: return refunds::settled(tx, change);
    case Kind::payout: return payouts::settled(tx, change);
    }
}

} // namespace payments::flows
