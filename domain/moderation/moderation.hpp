#pragma once

#include <string>
#include <vector>

#include "domain/moderation/report_store.hpp"
#include "domain/reviews/review.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::moderation {

/// The reviewed account doubts that a review is genuine, with its reason (C. conso L111-7-2).
/// Changes nothing by itself: staff decides. not_found for anybody else; action_unavailable
/// while a report of the same account is open.
Report report(Transaction& tx, const AccountId& reporter, const ReviewId& id,
              const std::string& reason);

/// What staff decided on a review: always with a ground and a reason, told to the author.
struct Verdict {
    AccountId staff;
    reviews::Decision decision = reviews::Decision::keep;
    Ground ground = Ground::other;
    std::string reason;
};

/// Decides on a review and on every open report about it. Recorded, in the audit log too.
reviews::Review decide(Transaction& tx, const ReviewId& id, const Verdict& verdict);

} // namespace domain::moderation
