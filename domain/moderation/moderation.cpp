#include "domain/moderation/moderation.hpp"

#include "domain/core/refused.hpp"
#include "domain/mail/notify.hpp"
#include "domain/reviews/reviews.hpp"

namespace domain::moderation {

namespace {

void audit(Transaction& tx, const ReviewId& id, const Verdict& verdict)
{
    tx.run(R"(
        INSERT INTO audit_log (id, at, actor, action, object_id, reason)
        VALUES (:id, :at, :actor, :action, :object, :reason))",
           EventId::fresh(tx.now), tx.now, verdict.staff,
           "review_" + std::string(reviews::name(verdict.decision)), id, name(verdict.ground));
}

} // namespace

Report report(Transaction& tx, const AccountId& reporter, const ReviewId& id,
              const std::string& reason)
{
    const auto review = reviews::find_locked(tx, id);
    if (review.target != reporter.text() || review.state == reviews::State::refused) {
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
    audit(tx, id, verdict);
    if (review.author) {
        mail::notify(tx, *review.author, mail::Template::review_moderated, {id.text()});
    }
    return review;
}

} // namespace domain::moderation
