#include "payments/flows/command_of.hpp"

#include "domain/accounts/account_store.hpp"
#include "domain/profiles/profile_store.hpp"
#include "payments/payment_accounts/payment_account_store.hpp"

namespace payments::flows {

namespace {

using domain::Transaction;
using operations::Operation;

domain::accounts::Account account_of(Transaction& tx, const Operation& operation)
{
    const auto id = domain::AccountId::parse(operation.plan.account_id);
    domain::check(id.has_value(), "a money operation belongs to an account");
    return domain::accounts::find(tx, *id);
}

Command new_user(Transaction& tx, const Operation& operation)
{
    const auto profile = domain::profiles::profile_of(tx, account_of(tx, operation));
    return NewUser{operation.plan.role, payment_accounts::person_from(profile),
                   payment_accounts::company_from(profile), operation.id};
}

/// Names the payer and its wallet, once they exist.
bool fill_payer(Transaction& tx, Operation& operation)
{
    auto& plan = operation.plan;
    if (!plan.author_id.empty()) return true;
    const auto payer = payment_accounts::maybe_find(tx, plan.account_id, Role::payer);
    if (!payer || !payer->is_open()) return false;
    plan.author_id = payer->user_id;
    plan.credited_wallet_id = payer->wallet_id;
    return true;
}

/// A bank statement shows about twelve characters.
std::string reference_of(const Operation& operation)
{
    constexpr std::size_t shown = 12;
    return operation.id.substr(operation.id.size() - shown);
}

} // namespace

std::optional<Command> command_of(Transaction& tx, Operation& operation)
{
    const auto& plan = operation.plan;
    switch (plan.kind) {
    case Kind::user: return new_user(tx, operation);
    case Kind::wallet: return NewWallet{plan.author_id, std::string(name(plan.role)), operation.id};
    case Kind::verification: return NewVerification{plan.author_id, plan.return_url, operation.id};
    case Kind::recipient: return NewRecipient{plan.author_id, "", "", {}, {}, operation.id};
    case Kind::pay_in: {
        if (!fill_payer(tx, operation)) return {};
        const bool french = account_of(tx, operation).language == domain::Language::fr;
        return PayIn{plan.author_id,  plan.credited_wallet_id, plan.target_id,
                     plan.return_url, french ? "FR" : "EN",    plan.amount,
                     operation.id};
    }
    case Kind::transfer:
        return Transfer{
            plan.author_id, plan.debited_wallet_id, plan.credited_wallet_id, plan.amount, plan.fees,
            operation.id};
    case Kind::refund: return Refund{plan.author_id, plan.target_id, plan.amount, operation.id};
    case Kind::payout:
        return Payout{plan.author_id, plan.debited_wallet_id,
                      plan.target_id, reference_of(operation),
                      plan.amount,    operation.id};
    }
    return {};
}

} // namespace payments::flows
