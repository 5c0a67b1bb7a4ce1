#include "domain/proposals/forgetting_store.hpp"

#include "domain/core/id.hpp"
#include "domain/forgetting/destruction_order.hpp"
#include "domain/forgetting/key_destruction.hpp"

namespace domain::proposals {

namespace {

void erase(Transaction& tx, const ProposalId& id)
{
    forgetting::order_destruction(tx, "proposal", id.text());
    tx.run("DELETE FROM proposal_links WHERE proposal_id = :id", id);
    tx.run("DELETE FROM proposal_steps WHERE proposal_id = :id", id);
    tx.run("DELETE FROM proposals WHERE id = :id", id);
    forgetting::order_key_destruction(tx, id.text());
}

} // namespace

void erase_about(Transaction& tx, std::string_view subject)
{
    for (const auto& id :
         tx.all<ProposalId>("SELECT id FROM proposals WHERE subject_id = :subject", subject))
        erase(tx, id);
}

forgetting::Replayer replayer()
{
    return {
        .what = "proposal",
        .is_about = [](std::string_view subject) { return ProposalId::parse(subject).has_value(); },
        .is_back =
            [](Transaction& tx, const forgetting::Erasure& erasure) {
                return tx.one<std::int64_t>("SELECT COUNT(*) FROM proposals WHERE id = :id",
                                            erasure.subject) > 0;
            },
        .erase =
            [](Transaction& tx, const forgetting::Erasure& erasure) {
                if (const auto id = ProposalId::parse(erasure.subject)) erase(tx, *id);
            }};
}

} // namespace domain::proposals
