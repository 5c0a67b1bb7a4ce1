#pragma once

#include <vector>

#include "domain/core/refused.hpp"
#include "domain/profiles/profile.hpp"

namespace domain::payees {

/// What Mangopay verifies of a provider and a mandate is given for: by paths of the profile, what
/// differs between the two, each with the words for whoever changed it. Empty: the same party,
/// though its names may be spelled otherwise (profiles::is_same_name): Mangopay keeps the spelling
/// it has verified, since it takes its level away for whatever is sent.
std::vector<FieldError> identity_changes(const profiles::Profile& before,
                                         const profiles::Profile& after);

/// Whether it is somebody else: another person, or a body with another SIREN. Fewer than the
/// changes above: a company may take another name and remain the same one.
bool is_somebody_else(const profiles::Profile& before, const profiles::Profile& after);

} // namespace domain::payees
