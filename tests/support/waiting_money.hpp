#pragma once

#include <chrono>

#include "domain/proposals/proposals.hpp"
#include "domain/storage/database.hpp"
#include "payments/operations/operation_store.hpp"
#include "payments/operations/operations.hpp"

namespace tests {

/// A pay-in of 120 euros of which nobody could find out what became, and that no job looks at again
/// for a month.
inline domain::MoneyOperationId given_waiting_money(domain::Database& db,
                                                    const domain::AccountId& account)
{
    using namespace payments::operations;
    return db.transaction([&](domain::Transaction& tx) {
        const auto intent = "pay_in " + domain::EventId::fresh(tx.now).text();
        const auto planned = insert(tx,
                                    {.kind = payments::Kind::pay_in,
                                     .intent = intent,
                                     .account_id = account,
                                     .role = payments::Role::payer,
                                     .amount = domain::eur(12'000)},
                                    State::planned)
                                 .value();
        domain::check(claim(tx, planned), "nobody else sends it");
        lose(tx, planned.id);
        give_up(tx, planned.id);
        tx.run("UPDATE money_operations SET due_at = :later WHERE id = :id",
               tx.now + std::chrono::days{30}, planned.id);
        return planned.id;
    });
}

/// That it did not happen, as `who` of the staff proposes.
inline domain::ProposalId given_a_proposal(domain::Database& db, const domain::AccountId& who,
                                           const domain::MoneyOperationId& about)
{
    using namespace domain::proposals;
    return db.transaction([&](domain::Transaction& tx) {
        const Wish wish{Kind::movement_to_drop, about.text(), "Mangopay ne trouve rien de tel."};
        return make(tx, who, wish, domain::day_in_paris(tx.now)).id;
    });
}

} // namespace tests
