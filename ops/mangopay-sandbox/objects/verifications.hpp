#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

#include "ops/mangopay-sandbox/wire/wire.hpp"
#include "ops/mangopay-sandbox/world/lifecycle.hpp"
#include "ops/mangopay-sandbox/world/world.hpp"

/// Identity verification on a hosted page: VALIDATED makes the user REGULAR. Nobody's documents
/// are asked for here.
namespace mangopay_sandbox::verifications {

Answer create(World& world, const Call& call);
Answer get(World& world, const Call& call);
Answer of_user(World& world, const Call& call);

/// What was found besides the verdict.
struct Findings {
    std::string reason;  // of a refusal: "DOCUMENT_NOT_ACCEPTED"
    std::string message; // "ID name mismatch with declared user data"
    Call verified{};     // its body names user fields that the documents correct
};

/// The verdict: accept, refuse, review (legal persons), expire. False when there is no such step.
bool decide(World& world, const std::string& id, Action action, const Findings& findings = {});

/// The user's identity changed: what was validated is out of date.
void outdate_all(World& world, const std::string& user);

} // namespace mangopay_sandbox::verifications
