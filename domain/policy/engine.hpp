#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/policy/retention.hpp"

namespace domain::policy {

/// When a clock started: not yet, at a moment, or with the end of a day.
using Started = std::variant<std::monostate, Instant, Day>;

/// What the engine has to know of one thing that a rule is about.
struct Record {
    std::string rule;
    std::string object; // its id, never a value
    std::string what;   // in words, for the plan: "invoice", "account"
    Started started{};
    std::string hold{}; // why it may not end yet whatever the day; "" when nothing holds it
};

enum class Verdict : std::uint8_t {
    running, // what starts the clock has not happened
    kept,    // its day has not come
    held,    // its day has come, but something holds it
    due,
};

struct Decision {
    Verdict verdict = Verdict::running;
    std::optional<Instant> due_at{};
};

/// What is to become of `record` at `now`. Pure: same arguments, same answer.
/// due exactly when the rule's period after the start has wholly passed and nothing holds it.
Decision decide(const Rule& rule, const Record& record, Instant now);

} // namespace domain::policy
