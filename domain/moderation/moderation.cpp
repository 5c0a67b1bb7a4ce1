#include "domain/moderation/moderation.hpp"

#include "domain/audit/audit.hpp"
#include "domain/core/refused.hpp"
#include "domain/mail/notify.hpp"
#include "domain/reviews/reviews.hpp"

namespace domain::moderation {

namespace {

void note(Transaction& tx, const ReviewId& id, const Verdict& verdict)
{
    const auto action = "review_" + std::string(reviews::name(verdict.decision));
    audit::record(tx, verdict.staff, action, id.text(), name(verdict.ground));
}

} // namespace

Report report(Transaction& tx, const AccountId& reporter, const ReviewId& id,
              const std::string& reason)
{
    const auto review = reviews::find_locked(tx, id);
    if (review.target != reporter || review.state == reviews::State::refused) {
        throw not_found();
    }
    Report report{ReviewReportId::fresh(tx.now), id, reporter.text(), reason, tx.now, {}};
    if (!insert(tx, report)) {
        throw Refused(Refusal::action_unavailable,
                      {"Votre signalement de cet avis est déjà à l'examen.",
                       "Your report about this review is being examined already."});
    }
    return report;
}

reviews::Review decide(Transaction& tx, const ReviewId& id, const Verdict& verdict)
{
    auto review = reviews::decided(tx, reviews::find_locked(tx, id), verdict.decision);
    insert(tx, Record{ReviewDecisionId::fresh(tx.now), id, verdict.staff, verdict.decision,
                      verdict.ground, verdict.reason, tx.now});
    note(tx, id, verdict);
    if (review.author) {
        mail::notify(tx, *review.author, mail::Template::review_moderated, {id.text()});
    }
    return review;
}

} // namespace domain::moderation
