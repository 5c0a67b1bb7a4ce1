#include "domain/payees/payable.hpp"

#include "domain/accounts/account_store.hpp"
#include "domain/payees/billing.hpp"
#include "domain/profiles/profile_store.hpp"
#include "domain/terms/terms.hpp"

namespace domain::payees {

namespace {

struct Row {
    std::optional<std::string> owner_id;
    bool kyc_regular = false, recipient_active = false;
    auto fields() { return std::tie(owner_id, kyc_regular, recipient_active); }
};

} // namespace

std::optional<PayableState> payable_state(Transaction& tx, const AccountId& account)
{
    const auto row = tx.maybe<Row>(R"(
        SELECT mangopay_owner_id, kyc_regular, recipient_active
          FROM payable_states
         WHERE account_id = :account)",
                                   account);
    if (!row) return {};
    return PayableState{row->owner_id.value_or(""), row->kyc_regular, row->recipient_active};
}

void write_payable_state(Transaction& tx, const AccountId& account, const PayableState& state)
{
    const auto owner = state.mangopay_owner_id.empty()
                           ? std::optional<std::string>()
                           : std::optional<std::string>(state.mangopay_owner_id);
    tx.run(R"(
        INSERT INTO payable_states (account_id, mangopay_owner_id, kyc_regular, recipient_active,
                                    updated_at)
        VALUES (:account, :owner, :regular, :recipient, :at)
        ON CONFLICT (account_id) DO UPDATE
           SET mangopay_owner_id = excluded.mangopay_owner_id, kyc_regular = excluded.kyc_regular,
               recipient_active = excluded.recipient_active, updated_at = excluded.updated_at)",
           account, owner, state.kyc_regular, state.recipient_active, tx.now);
}

Payable payable(Transaction& tx, const policy::Policy& policy, const Platform& platform,
                const AccountId& account)
{
    Payable result;
    const auto found = accounts::find(tx, account);
    if (found.state != accounts::AccountState::active || !found.is_provider) {
        result.reasons.emplace_back("account_not_active");
    }
    if (!missing_for(profiles::profile_of(tx, found), policy, Step::becoming_payable).empty()) {
        result.reasons.emplace_back("legal_details_missing");
    }
    const auto mandate = terms::acceptance_of(tx, account, terms::Document::invoicing_mandate);
    if (!mandate || mandate->version != platform.mandate_version) {
        result.reasons.emplace_back("mandate_not_accepted");
    }
    const auto state = payable_state(tx, account).value_or(PayableState{});
    if (!state.kyc_regular) result.reasons.emplace_back("identity_not_verified");
    if (!state.recipient_active) result.reasons.emplace_back("no_payout_recipient");
    return result;
}

} // namespace domain::payees
