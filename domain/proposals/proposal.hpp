#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/proposals/kind.hpp"
#include "domain/proposals/lifecycle.hpp"

namespace domain::proposals {

/// How long a proposal waits that nobody else may decide, and how long somebody is of the staff
/// before being a second pair of eyes.
inline constexpr std::chrono::hours patience{72};

/// How long the company's mail may take to leave before people should look why.
inline constexpr std::chrono::hours told_within{1};

/// What somebody of the staff proposes; `subject` is the id of what it is about.
struct Wish {
    Kind kind = Kind::movement_happened;
    std::string subject;
    std::string reason;
    Evidence evidence{};
};

/// A proposal as it stands. Reason and evidence are empty once its key is gone.
struct Proposal {
    ProposalId id;
    AccountId by;
    Wish wish;
    State state = State::proposed;
    Instant made_at;
    std::optional<Instant> due_at{};  // takes effect then: nobody else could decide
    std::optional<Instant> told_at{}; // when the mail to the company had left

    /// Whether it takes effect without anybody's decision: whoever may refuse has had its time.
    bool is_due(Instant now) const { return due_at && told_at && *due_at <= now; }
};

/// One step of its life. `reason` is what whoever took it says, or the code of why it failed.
struct Step {
    Instant at;
    Action action = Action::accept;
    Party party = Party::us;
    std::optional<AccountId> by{};
    State to = State::proposed;
    std::string reason{};
};

} // namespace domain::proposals
