#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/moderation/ground.hpp"
#include "domain/reviews/lifecycle.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::moderation {

/// A reviewed person's doubt about a review.
struct Report {
    ReviewReportId id;
    ReviewId review;
    std::string reporter;
    std::string reason; // sealed at rest under a key of the review's own
    Instant created_at;
    std::optional<std::string> decision; // the decision's id; nothing while it is open
};

/// False, and nothing written, when this reporter has an open report about this review.
bool insert(Transaction& tx, const Report& report);

/// Reports that are (not) decided yet, the oldest first, after the id `after`.
std::vector<Report> list(Transaction& tx, bool decided, const std::string& after, int most);

/// What staff decided, and why.
struct Record {
    ReviewDecisionId id;
    ReviewId review;
    AccountId staff;
    reviews::Decision decision = reviews::Decision::keep;
    Ground ground = Ground::other;
    std::string reason; // sealed likewise
    Instant decided_at;
};

/// Records the decision and closes every open report about its review.
void insert(Transaction& tx, const Record& record);

/// The latest decision about a review, if any.
std::optional<Record> maybe_latest(Transaction& tx, const ReviewId& review);

/// When the last decision about a review of `author`'s was made, if any was.
std::optional<Instant> last_about(Transaction& tx, const AccountId& author);

} // namespace domain::moderation
