#pragma once

#include <string_view>

namespace mangopay_sandbox {

/// Why a movement of money failed, as Mangopay spells it (errors/codes of its documentation, as
/// far as the stand-in uses them; tests may ask for any other code).
struct ResultCode {
    std::string_view code;
    std::string_view message;
};

inline constexpr ResultCode result_codes[] = {
    {"000000", "Success"},
    {"001001", "Unsufficient wallet balance"},
    {"001014", "CreditedFunds must be more than 0 (DebitedFunds can not equal Fees)"},
    {"001034", "PaymentPage session expired"},
    {"001401", "Transaction has already been successfully refunded"},
    {"001403", "The transaction is too old to be refunded"},
    {"002601", "The Debited user is closed"},
    {"002602", "The Credited user is closed"},
    {"002701", "A user of the category PAYER cannot receive a transfer from a PAYER"},
    {"002702", "A user of the category PAYER cannot receive a transfer from an OWNER"},
    {"002704", "The user has a pending action to complete"},
    {"002951", "Beneficiary OWNER user(s) not KYC verified (KYCLevel is not REGULAR)"},
    {"002999", "Blocked due to a Debited User's KYC limitations"},
    {"005403", "The refund cannot exceed initial transaction amount"},
    {"005404", "The refunded fees cannot exceed initial fee amount"},
    {"005405", "Balance of client fee wallet unsufficient"},
    {"005407", "Duplicated operation: the same amount was refunded less than 24 hours ago"},
    {"007101", "The SCA session failed"},
    {"007102", "The SCA session expired"},
    {"008700", "User blocked due to KYC limitations or compliance"},
    {"101001", "The user does not complete the payment process"},
    {"101002", "The transaction has been cancelled by the user"},
    {"101108", "Debited wallet and credited wallet must be different"},
    {"101109", "The payment period has expired"},
    {"101199", "Transaction refused by the bank"},
    {"101301", "Transaction refused: 3DSecure authentication has failed"},
    {"121001", "The bank wire has been refused"},
    {"121006", "Account inactive"},
    {"121999", "Generic withdrawal error"},
};

constexpr std::string_view message_of(std::string_view code)
{
    for (const auto& row : result_codes) {
        if (row.code == code) return row.message;
    }
    return "The operation failed";
}

} // namespace mangopay_sandbox
