#include "payments/hooks/hook.hpp"

#include <array>

namespace payments::hooks {

namespace {

constexpr auto table = std::to_array<Subscription>({
    {"PAYIN_NORMAL_CREATED", Subject::pay_in},
    {"PAYIN_NORMAL_SUCCEEDED", Subject::pay_in},
    {"PAYIN_NORMAL_FAILED", Subject::pay_in},
    {"TRANSFER_NORMAL_SUCCEEDED", Subject::transfer},
    {"TRANSFER_NORMAL_FAILED", Subject::transfer},
    {"PAYOUT_NORMAL_SUCCEEDED", Subject::payout},
    {"PAYOUT_NORMAL_FAILED", Subject::payout},
    {"PAYIN_REFUND_SUCCEEDED", Subject::refund},
    {"PAYIN_REFUND_FAILED", Subject::refund},
    {"PAYOUT_REFUND_CREATED", Subject::payout_refund},
    {"PAYOUT_REFUND_SUCCEEDED", Subject::payout_refund},
    {"PAYOUT_REFUND_FAILED", Subject::payout_refund},
    {"USER_KYC_REGULAR", Subject::user},
    {"USER_KYC_LIGHT", Subject::user},
    {"USER_KYC_RENEWAL_REQUIRED", Subject::renewal},
    {"USER_KYC_RENEWED", Subject::user},
    {"USER_ACCOUNT_ACTIVATED", Subject::user},
    {"USER_ACCOUNT_CLOSED", Subject::user},
    {"USER_INFLOWS_BLOCKED", Subject::user},
    {"USER_INFLOWS_UNBLOCKED", Subject::user},
    {"USER_OUTFLOWS_BLOCKED", Subject::user},
    {"USER_OUTFLOWS_UNBLOCKED", Subject::user},
    {"IDENTITY_VERIFICATION_VALIDATED", Subject::verification},
    {"IDENTITY_VERIFICATION_FAILED", Subject::verification},
    {"IDENTITY_VERIFICATION_INCONCLUSIVE", Subject::verification},
    {"IDENTITY_VERIFICATION_EXPIRED", Subject::verification},
    {"IDENTITY_VERIFICATION_OUTDATED", Subject::verification},
    {"RECIPIENT_ACTIVE", Subject::recipient},
    {"RECIPIENT_CANCELED", Subject::recipient},
    {"RECIPIENT_DEACTIVATED", Subject::recipient},
});

} // namespace

std::span<const Subscription> subscriptions()
{
    return table;
}

std::optional<Subject> subject_of(std::string_view event_type)
{
    for (const auto& row : table) {
        if (row.event_type == event_type) return row.subject;
    }
    return {};
}

} // namespace payments::hooks
