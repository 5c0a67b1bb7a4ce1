#include "domain/proposals/proposal_store.hpp"

#include <nlohmann/json.hpp>

#include "domain/core/stored.hpp"
#include "domain/proposals/bank_reference_store.hpp"
#include "domain/vault/vault.hpp"

namespace domain::proposals {

namespace {

constexpr std::string_view reason_column = "proposals.reason";
constexpr std::string_view evidence_column = "proposals.evidence";
constexpr std::string_view step_column = "proposal_steps.reason";

/// A row exactly as the database spells it.
struct Row {
    ProposalId id = storage::unread;
    std::string kind, subject_id;
    AccountId proposed_by = storage::unread;
    std::string reason, evidence, state;
    Instant made_at;
    std::optional<Instant> due_at, told_at;

    auto fields()
    {
        return std::tie(id, kind, subject_id, proposed_by, reason, evidence, state, made_at, due_at,
                        told_at);
    }
};

std::string sealed(Transaction& tx, const ProposalId& proposal, vault::Place place,
                   std::string_view plain)
{
    return tx.vault.seal(proposal.text(), Category::evidence, place, plain);
}

Evidence evidence_in(const std::optional<std::string>& text)
{
    if (!text) return {};
    return nlohmann::json::parse(*text).get<Evidence>();
}

Proposal to_proposal(Transaction& tx, Row row)
{
    const auto& id = row.id.text();
    Wish wish{stored(kinds.parse(row.kind)), std::move(row.subject_id),
              tx.vault.open({reason_column, id}, row.reason).value_or(""),
              evidence_in(tx.vault.open({evidence_column, id}, row.evidence))};
    return {std::move(row.id), std::move(row.proposed_by),
            std::move(wish),   stored(lifecycle.states.parse(row.state)),
            row.made_at,       row.due_at,
            row.told_at};
}

struct StepRow {
    std::string id;
    Instant at;
    std::string action, party;
    std::optional<AccountId> by_account;
    std::string to_state, reason;

    auto fields() { return std::tie(id, at, action, party, by_account, to_state, reason); }
};

} // namespace

bool insert(Transaction& tx, const Proposal& proposal)
{
    const auto& id = proposal.id;
    const auto reason = sealed(tx, id, {reason_column, id.text()}, proposal.wish.reason);
    const auto evidence =
        sealed(tx, id, {evidence_column, id.text()}, nlohmann::json(proposal.wish.evidence).dump());
    return tx.run(R"(
        INSERT INTO proposals (id, kind, subject_id, proposed_by, reason, evidence, state, made_at,
                               due_at, bank_reference_index)
        VALUES (:id, :kind, :subject, :by, :reason, :evidence, :state, :at, :due, :reference)
        ON CONFLICT DO NOTHING)",
                  id, name(proposal.wish.kind), proposal.wish.subject, proposal.by, reason,
                  evidence, name(proposal.state), proposal.made_at, proposal.due_at,
                  bank_reference_index(tx, proposal.wish.evidence)) == 1;
}

std::optional<Proposal> maybe_find(Transaction& tx, const ProposalId& id)
{
    auto row = tx.maybe<Row>(R"(
        SELECT id, kind, subject_id, proposed_by, reason, evidence, state, made_at, due_at,
               told_at
          FROM proposals
         WHERE id = :id)",
                             id);
    if (!row) return {};
    return to_proposal(tx, std::move(*row));
}

std::optional<Proposal> lock(Transaction& tx, const ProposalId& id)
{
    const auto found =
        tx.maybe<ProposalId>("SELECT id FROM proposals WHERE id = :id FOR UPDATE", id);
    if (!found) return {};
    return maybe_find(tx, id);
}

std::vector<Proposal> list(Transaction& tx, bool is_open, const std::string& after, int most)
{
    const auto* sql = is_open ? R"(
        SELECT id, kind, subject_id, proposed_by, reason, evidence, state, made_at, due_at,
               told_at
          FROM proposals
         WHERE state IN (:open) AND id > :after
         ORDER BY id
         LIMIT :most)"
                              : R"(
        SELECT id, kind, subject_id, proposed_by, reason, evidence, state, made_at, due_at,
               told_at
          FROM proposals
         WHERE state NOT IN (:open) AND id > :after
         ORDER BY id
         LIMIT :most)";
    std::vector<Proposal> found;
    for (auto& row : tx.all<Row>(sql, storage::written<open_states>, after, most))
        found.push_back(to_proposal(tx, std::move(row)));
    return found;
}

std::optional<ProposalId> open_about(Transaction& tx, std::string_view subject)
{
    return tx.maybe<ProposalId>(
        "SELECT id FROM proposals WHERE subject_id = :subject AND state IN (:open)", subject,
        storage::written<open_states>);
}

std::vector<ProposalId> to_carry_out(Transaction& tx, int most)
{
    return tx.all<ProposalId>(R"(
        SELECT id
          FROM proposals
         WHERE state IN (:open)
           AND (state = :accepted OR (due_at <= :now AND told_at IS NOT NULL))
         ORDER BY id
         LIMIT :most)",
                              storage::written<open_states>, storage::written<State::accepted>,
                              tx.now, most);
}

void note_told(Transaction& tx, const ProposalId& id)
{
    tx.run(R"(
        UPDATE proposals
           SET told_at = :now, due_at = :due
         WHERE id = :id AND state = :proposed AND told_at IS NULL)",
           tx.now, tx.now + patience, id, storage::written<State::proposed>);
}

std::int64_t count_untold(Transaction& tx)
{
    return tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM proposals
         WHERE state IN (:open) AND state = :proposed AND due_at IS NOT NULL AND told_at IS NULL
           AND made_at <= :before)",
                                storage::written<open_states>, storage::written<State::proposed>,
                                tx.now - told_within);
}

void write_step(Transaction& tx, const Proposal& proposal, const Step& step)
{
    const auto id = ProposalStepId::fresh(tx.now);
    const auto reason = step.reason.empty()
                            ? std::string()
                            : sealed(tx, proposal.id, {step_column, id.text()}, step.reason);
    tx.run(R"(
        INSERT INTO proposal_steps (id, proposal_id, at, action, party, by_account, from_state,
                                    to_state, reason)
        VALUES (:id, :proposal, :at, :action, :party, :by, :from, :to, :reason))",
           id, proposal.id, step.at, name(step.action), name(step.party), step.by,
           name(proposal.state), name(step.to), reason);
    tx.run("UPDATE proposals SET state = :state WHERE id = :id", name(step.to), proposal.id);
}

std::vector<Step> steps_of(Transaction& tx, const ProposalId& id)
{
    std::vector<Step> steps;
    for (auto& row : tx.all<StepRow>(R"(
             SELECT id, at, action, party, by_account, to_state, reason
               FROM proposal_steps
              WHERE proposal_id = :id
              ORDER BY id)",
                                     id)) {
        auto reason = row.reason.empty()
                          ? std::string()
                          : tx.vault.open({step_column, row.id}, row.reason).value_or("");
        steps.push_back({row.at, stored(lifecycle.actions.parse(row.action)),
                         stored(lifecycle.parties.parse(row.party)), row.by_account,
                         stored(lifecycle.states.parse(row.to_state)), std::move(reason)});
    }
    return steps;
}

} // namespace domain::proposals
