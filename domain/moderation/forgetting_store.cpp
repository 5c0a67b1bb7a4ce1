#include "domain/moderation/forgetting_store.hpp"

#include "domain/core/id.hpp"
#include "domain/forgetting/key_destruction.hpp"

namespace domain::moderation {

namespace {

std::int64_t moderated(Transaction& tx, Instant before)
{
    return tx.one<std::int64_t>(
        "SELECT COUNT(DISTINCT review_id) FROM review_decisions WHERE decided_at < :before",
        before);
}

/// What was said of `review` before; its key too, when that was all.
void erase_of(Transaction& tx, std::string_view review, Instant before)
{
    tx.run("DELETE FROM review_reports WHERE review_id = :id AND created_at < :before", review,
           before);
    tx.run("DELETE FROM review_decisions WHERE review_id = :id AND decided_at < :before", review,
           before);
    const auto left = tx.one<std::int64_t>(R"(
        SELECT (SELECT COUNT(*) FROM review_reports r WHERE r.review_id = :review)
               + (SELECT COUNT(*) FROM review_decisions d WHERE d.review_id = :review))",
                                           review);
    if (left == 0) forgetting::order_key_destruction(tx, review);
}

std::int64_t erase(Transaction& tx, Instant before, int limit)
{
    const auto reviews = tx.all<std::string>(R"(
        SELECT DISTINCT review_id
          FROM review_decisions
         WHERE decided_at < :before
         LIMIT :limit)",
                                             before, limit);
    for (const auto& review : reviews)
        erase_of(tx, review, before);
    return std::ssize(reviews);
}

} // namespace

forgetting::RowSweep aged_moderation()
{
    return {{.rule = "moderation", .stage = policy::Stage::archive},
            "moderated review",
            moderated,
            erase};
}

forgetting::Replayer replayer()
{
    return {
        .what = "moderated review",
        .is_about = [](std::string_view subject) { return ReviewId::parse(subject).has_value(); },
        .is_back =
            [](Transaction& tx, const forgetting::Erasure& erasure) {
                // What was reported since is sealed under a key of its own.
                return tx.one<std::int64_t>(R"(
                        SELECT (SELECT COUNT(*)
                                  FROM review_reports
                                 WHERE review_id = :review AND created_at < :at)
                               + (SELECT COUNT(*)
                                    FROM review_decisions
                                   WHERE review_id = :review AND decided_at < :at))",
                                            erasure.subject, erasure.at) > 0;
            },
        .erase =
            [](Transaction& tx, const forgetting::Erasure& erasure) {
                erase_of(tx, erasure.subject, erasure.at);
            }};
}

} // namespace domain::moderation
