#include "domain/payees/payable_state_store.hpp"

namespace domain::payees {

namespace {

struct Row {
    std::optional<std::string> owner_id;
    bool kyc_regular = false, recipient_active = false;
    std::optional<Instant> verified_until;
    auto fields() { return std::tie(owner_id, kyc_regular, recipient_active, verified_until); }
};

} // namespace

std::optional<PayableState> payable_state(Transaction& tx, const AccountId& account)
{
    const auto row = tx.maybe<Row>(R"(
        SELECT mangopay_owner_id, kyc_regular, recipient_active, verified_until
          FROM payable_states
         WHERE account_id = :account)",
                                   account);
    if (!row) return {};
    return PayableState{row->owner_id.value_or(""), row->kyc_regular, row->recipient_active,
                        row->verified_until};
}

void write_payable_state(Transaction& tx, const AccountId& account, const PayableState& state)
{
    const auto owner = state.mangopay_owner_id.empty()
                           ? std::optional<std::string>()
                           : std::optional<std::string>(state.mangopay_owner_id);
    tx.run(R"(
        INSERT INTO payable_states (account_id, mangopay_owner_id, kyc_regular, verified_until,
                                    recipient_active, identity_number, updated_at)
        VALUES (:account, :owner, :regular, :until, :recipient, 1, :at)
        ON CONFLICT (account_id) DO UPDATE
           SET mangopay_owner_id = excluded.mangopay_owner_id, kyc_regular = excluded.kyc_regular,
               verified_until = excluded.verified_until,
               recipient_active = excluded.recipient_active, updated_at = excluded.updated_at)",
           account, owner, state.kyc_regular, state.verified_until, state.recipient_active, tx.now);
}

Identity identity_of(Transaction& tx, const AccountId& account)
{
    return tx
        .maybe<Identity>(R"(
        SELECT identity_number, identity_since FROM payable_states WHERE account_id = :account)",
                         account)
        .value_or(Identity{});
}

void begin_identity(Transaction& tx, const AccountId& account)
{
    tx.run(R"(
        UPDATE payable_states
           SET identity_number = identity_number + 1, identity_since = :now, kyc_regular = 0,
               updated_at = :now
         WHERE account_id = :account)",
           tx.now, account);
}

} // namespace domain::payees
