#include "domain/proposals/proposals.hpp"

#include "domain/audit/audit.hpp"
#include "domain/core/refused.hpp"
#include "domain/mail/notify.hpp"
#include "domain/proposals/bank_reference_store.hpp"
#include "domain/proposals/deciders.hpp"
#include "domain/proposals/links.hpp"
#include "domain/proposals/proposal_store.hpp"
#include "domain/storage/failures.hpp"

namespace domain::proposals {

namespace {

Proposal locked(Transaction& tx, const ProposalId& id)
{
    auto found = lock(tx, id);
    if (!found) throw not_found();
    return std::move(*found);
}

Refused not_possible(Say why)
{
    return {Refusal::action_unavailable, std::move(why)};
}

/// Takes a locked proposal along `step`; its state is filled in. Refuses (409) what the table does
/// not know.
Proposal stepped(Transaction& tx, Proposal proposal, Step step)
{
    const auto to = lifecycle.next(proposal.state, step.action, step.party);
    if (!to) {
        throw not_possible({"Cette proposition n'attend plus cela.",
                            "This proposal does not wait for that any more."});
    }
    step.at = tx.now;
    step.to = *to;
    write_step(tx, proposal, step);
    proposal.state = *to;
    if (*to != State::proposed) end_links(tx, proposal.id);
    return proposal;
}

Action action_of(Decision decision)
{
    switch (decision) {
    case Decision::accept: return Action::accept;
    case Decision::refuse: return Action::refuse;
    case Decision::withdraw: return Action::withdraw;
    }
    return Action::withdraw;
}

/// As which party `by` decides so on it; refused (409) where that is nobody's to do.
Party party_of(Transaction& tx, const Proposal& proposal, const AccountId& by, Decision decision)
{
    const bool is_proposer = proposal.by == by;
    if (decision == Decision::withdraw) {
        if (is_proposer) return Party::proposer;
        throw not_possible({"Seule la personne qui a proposé peut retirer sa proposition.",
                            "Only whoever proposed may withdraw."});
    }
    if (is_proposer) {
        throw not_possible({"Une proposition est décidée par une autre personne que celle qui l'a "
                            "faite. Vous pouvez la retirer.",
                            "A proposal is decided by somebody else than who made it. You may "
                            "withdraw it."});
    }
    if (may_decide(tx, by)) return Party::colleague;
    throw not_possible({"Votre compte et son second facteur doivent avoir 72 heures pour décider.",
                        "Your account and its second factor must be 72 hours old to decide."});
}

/// Refuses (422) what is not the evidence of its kind, is impossible, or serves another proposal.
void require_evidence(Transaction& tx, const Wish& wish, Day arose)
{
    auto wrong = wrong_in(wish.kind, wish.evidence, {arose, day_in_paris(tx.now)});
    if (const auto other = with_same_transfer(tx, wish)) {
        const auto& id = other->text();
        wrong.push_back({path_of(name(Proof::bank_reference)),
                         {"La proposition " + id +
                              " porte déjà cette référence : un virement "
                              "n'éteint qu'une somme due. Donnez celle d'un autre virement.",
                          "The proposal " + id +
                              " has this reference already: one transfer ends "
                              "one claim. Give that of another transfer."}});
    }
    if (wrong.empty()) return;
    throw Refused(Refusal::invalid_fields,
                  {"Les preuves ne sont pas celles que demande cette sorte de proposition.",
                   "The evidence is not what this kind of proposal asks for."},
                  wrong);
}

void tell(Transaction& tx, const Proposal& proposal, const std::vector<AccountId>& deciders)
{
    const auto& id = proposal.id.text();
    for (const auto& decider : deciders)
        mail::notify(tx, decider, mail::Template::proposal_made, {id});
    if (deciders.empty()) mail::notify_company(tx, mail::Template::proposal_unopposed, {id});
}

} // namespace

Proposal find(Transaction& tx, const ProposalId& id)
{
    auto found = maybe_find(tx, id);
    if (!found) throw not_found();
    return std::move(*found);
}

Proposal make(Transaction& tx, const AccountId& by, const Wish& wish, Day arose)
{
    require_evidence(tx, wish, arose);
    const auto deciders = deciders_but(tx, by);
    const auto due = deciders.empty() ? std::optional(tx.now + patience) : std::nullopt;
    Proposal proposal{ProposalId::fresh(tx.now), by, wish, State::proposed, tx.now, due};
    if (!insert(tx, proposal)) {
        if (!open_about(tx, wish.subject)) throw storage::LostRace("a bank reference just used");
        throw not_possible({"Une autre proposition à ce sujet est ouverte : décidez-la d'abord.",
                            "Another proposal about this is open: decide it first."});
    }
    audit::record(tx, by, "proposal_made", proposal.id.text(), name(wish.kind));
    tell(tx, proposal, deciders);
    return proposal;
}

Proposal decide(Transaction& tx, const AccountId& by, const ProposalId& id, Decision decision,
                const std::string& reason)
{
    auto proposal = locked(tx, id);
    Step step;
    step.action = action_of(decision);
    step.party = party_of(tx, proposal, by, decision);
    step.by = by;
    step.reason = reason;
    const auto is_withdrawn = step.party == Party::proposer;
    proposal = stepped(tx, std::move(proposal), std::move(step));
    audit::record(tx, by, "proposal_" + std::string(name(proposal.state)), id.text(),
                  name(proposal.wish.kind));
    if (!is_withdrawn) mail::notify(tx, proposal.by, mail::Template::proposal_decided, {id.text()});
    return proposal;
}

bool refuse_by_link(Transaction& tx, std::string_view token)
{
    const auto id = use_link(tx, token);
    if (!id) return false;
    Step step;
    step.action = Action::refuse;
    step.party = Party::company;
    const auto refused = stepped(tx, locked(tx, *id), std::move(step));
    mail::notify(tx, refused.by, mail::Template::proposal_decided, {id->text()});
    return true;
}

std::optional<Proposal> take_up(Transaction& tx, const ProposalId& id)
{
    auto proposal = lock(tx, id);
    if (!proposal || proposal->state == State::accepted) return proposal;
    if (proposal->state != State::proposed || !proposal->is_due(tx.now)) return {};
    Step step;
    step.action = Action::accept;
    step.party = Party::clock;
    return stepped(tx, std::move(*proposal), std::move(step));
}

void close(Transaction& tx, const Proposal& proposal, std::string_view impossible_because)
{
    Step step;
    step.action = impossible_because.empty() ? Action::take_effect : Action::fail;
    step.party = Party::us;
    step.reason = impossible_because;
    stepped(tx, proposal, std::move(step));
    if (!impossible_because.empty())
        mail::notify(tx, proposal.by, mail::Template::proposal_decided, {proposal.id.text()});
}

} // namespace domain::proposals
