#include "domain/proposals/bank_reference_store.hpp"

#include "domain/core/text.hpp"
#include "domain/vault/vault.hpp"

namespace domain::proposals {

std::optional<std::string> bank_reference_index(Transaction& tx, const Evidence& evidence)
{
    const auto given = evidence.find(name(Proof::bank_reference));
    if (given == evidence.end()) return {};
    auto reference = folded(given->second); // which makes every blank a plain one
    std::erase(reference, ' ');
    return tx.vault.blind_index(name(Proof::bank_reference), reference);
}

std::optional<ProposalId> with_same_transfer(Transaction& tx, const Wish& wish)
{
    const auto index = bank_reference_index(tx, wish.evidence);
    if (!index) return {};
    return tx.maybe<ProposalId>(R"(
        SELECT id
          FROM proposals
         WHERE bank_reference_index = :index AND subject_id <> :subject
           AND state IN (:standing))",
                                *index, wish.subject, storage::written<standing_states>);
}

} // namespace domain::proposals
