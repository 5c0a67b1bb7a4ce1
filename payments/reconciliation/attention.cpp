#include "payments/reconciliation/attention.hpp"

#include <chrono>

#include "payments/flows/refunds.hpp"
#include "payments/hooks/payout_return_store.hpp"
#include "payments/operations/operation_store.hpp"

namespace payments::reconciliation {

Attention attention(domain::Transaction& tx)
{
    constexpr std::chrono::days patience{1};
    constexpr int counted_max = 1'000;
    return {operations::count_in_review(tx), hooks::count_open_returns(tx, tx.now - patience),
            static_cast<std::int64_t>(flows::refunds::refused(tx, counted_max).size())};
}

} // namespace payments::reconciliation
