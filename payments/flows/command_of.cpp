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
    return domain::accounts::find(tx, operation.plan.account_id);
}

Command new_user(Transaction& tx, const Operation& operation)
{
    const auto profile = domain::profiles::profile_of(tx, account_of(tx, operation));
    return NewUser{operation.plan.role, payment_accounts::person_from(profile),
                   payment_accounts::company_from(profile), operation.id.text()};
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
    const auto& id = operation.id.text();
    return id.substr(id.size() - shown);
}

} // namespace

std::optional<Command> command_of(Transaction& tx, Operation& operation)
{
    const auto& plan = operation.plan;
    const auto& tag = operation.id.text();
    switch (plan.kind) {
    case Kind::user: return new_user(tx, operation);
    case Kind::wallet: return NewWallet{plan.author_id, std::string(name(plan.role)), tag};
    case Kind::verification: return NewVerification{plan.author_id, plan.return_url, tag};
    case Kind::recipient: return NewRecipient{plan.author_id, "", "", {}, {}, tag};
    case Kind::pay_in: {
        if (!fill_payer(tx, operation)) return {};
        const bool french = account_of(tx, operation).language == domain::Language::fr;
        return PayIn{plan.author_id,
                     plan.credited_wallet_id,
                     std::get<UserId>(plan.target),
                     plan.return_url,
                     french ? "FR" : "EN",
                     plan.amount,
                     tag};
    }
    case Kind::transfer:
        return Transfer{plan.author_id,
                        plan.debited_wallet_id,
                        plan.credited_wallet_id,
                        plan.amount,
                        plan.fees,
                        tag};
    case Kind::refund:
        return Refund{plan.author_id, std::get<PayInId>(plan.target), plan.amount, tag};
    case Kind::payout:
        return Payout{plan.author_id,
                      plan.debited_wallet_id,
                      std::get<RecipientId>(plan.target),
                      reference_of(operation),
                      plan.amount,
                      tag};
    }
    return {};
}

} // namespace payments::flows
