#include "payments/decisions/stake.hpp"

#include "payments/operations/operation_store.hpp"

namespace payments::decisions {

namespace {

using namespace domain;

/// Whose movement it is; " for order …" or " of account …" follows.
Say side_of(const operations::Plan& plan)
{
    switch (plan.kind) {
    case Kind::pay_in: return {"le paiement du client", "the client's payment"};
    case Kind::transfer: return {"le versement au prestataire", "the provider's share"};
    case Kind::refund: return {"le remboursement du client", "the client's refund"};
    case Kind::payout: return {"le virement au prestataire", "the provider's payout"};
    case Kind::user:
    case Kind::wallet:
    case Kind::verification:
    case Kind::recipient: break;
    }
    return plan.role == Role::payer
               ? Say{"le compte de paiement du client", "the client's payment account"}
               : Say{"le compte de paiement du prestataire", "the provider's payment account"};
}

Say concerned_by(const operations::Plan& plan)
{
    const auto side = side_of(plan);
    if (plan.order_id) {
        const auto& order = plan.order_id->text();
        return {side.fr + ", commande " + order, side.en + ", order " + order};
    }
    const auto& account = plan.account_id.text();
    return {side.fr + ", compte " + account, side.en + ", account " + account};
}

} // namespace

std::optional<proposals::Stake> stake_of(Transaction& tx, std::string_view subject)
{
    const auto id = MoneyOperationId::parse(subject);
    const auto operation = id ? operations::maybe_find(tx, *id) : std::nullopt;
    if (!operation) return {};
    const auto& plan = operation->plan;
    return proposals::Stake{plan.amount, concerned_by(plan),
                            day_in_paris(operations::first_planned_at(tx, plan.intent))};
}

} // namespace payments::decisions
