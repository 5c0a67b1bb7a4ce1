#include "payments/reconciliation/attention.hpp"

#include <chrono>

#include "payments/hooks/payout_return_store.hpp"
#include "payments/operations/left_to_people_store.hpp"

namespace payments::reconciliation {

namespace {

using operations::Why;

std::int64_t& count_of(Attention& attention, Why why)
{
    switch (why) {
    case Why::in_review: return attention.in_review;
    case Why::refund_refused: return attention.refunds_refused;
    case Why::payout_refused: return attention.payouts_refused;
    case Why::doubled: break;
    }
    return attention.doubled;
}

} // namespace

Attention attention(domain::Transaction& tx)
{
    constexpr std::chrono::days patience{1};
    constexpr int counted_max = 1'000;
    Attention all;
    for (const auto& left : operations::left_to_people(tx, "", counted_max))
        ++count_of(all, left.why);
    all.returns_unread = hooks::count_open_returns(tx, tx.now - patience);
    return all;
}

} // namespace payments::reconciliation
