#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/refused.hpp"
#include "domain/platform/marketplace.hpp"
#include "domain/profiles/profile.hpp"

namespace domain::profiles {

/// Whether only a body has to have what stands at `path`: a natural person, a sole trader too, is
/// called by its own name (C. com. R526-27) and need not trade under another.
bool is_of_bodies_only(std::string_view path);

/// Whether `path` may be demanded of `profile` at all.
bool is_demandable(const Profile& profile, std::string_view path);

/// The paths of what the policy makes mandatory at sign-up for somebody of this kind in these
/// roles, as far as it may be demanded of it.
std::set<std::string> demanded_at_sign_up(const Profile& profile, const policy::Policy& policy);

/// Everything that is wrong `today` with what somebody says of itself, by path: no role, what the
/// policy makes mandatory at sign-up and is not answered, an age below its minimum, numbers that
/// have a wrong key or contradict each other, a company's legal form for a natural person, a
/// provider's numbers that are the operator's own, a VAT regime against the reason given for having
/// no number.
std::vector<FieldError> wrong_in(const Profile& profile, const Marketplace& marketplace, Day today);

/// What a policy demands of profiles that profiles do not have, one sentence each, naming who,
/// step and path. A policy may not be used while there are any.
std::vector<std::string> unknown_demands(const policy::Policy& policy);

} // namespace domain::profiles
