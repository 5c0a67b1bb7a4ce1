#pragma once

#include <string>
#include <vector>

#include "domain/core/refused.hpp"
#include "domain/platform/marketplace.hpp"
#include "domain/profiles/profile.hpp"

namespace domain::profiles {

/// Everything that is wrong `today` with what somebody says of itself, by path: no role, what the
/// policy makes mandatory at sign-up and is not answered, an age below its minimum, numbers that
/// have a wrong key or contradict each other, a provider's that are the operator's own, a VAT
/// regime against the reason given for having no number.
std::vector<FieldError> wrong_in(const Profile& profile, const Marketplace& marketplace, Day today);

/// What a policy demands of profiles that profiles do not have, one sentence each, naming who,
/// step and path. A policy may not be used while there are any.
std::vector<std::string> unknown_demands(const policy::Policy& policy);

} // namespace domain::profiles
