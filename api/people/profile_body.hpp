#pragma once

#include <nlohmann/json_fwd.hpp>

#include "api/json/reader.hpp"
#include "domain/platform/marketplace.hpp"
#include "domain/profiles/profile.hpp"

namespace api::people {

/// Reads what people say of themselves, the same at sign-up and at each edit: `body` is the
/// object that `reader` reads. Complains of every wrong field, and of every field the policy
/// makes mandatory for these roles that is missing (profiles::wrong_in). The e-mail is not part of
/// it.
domain::profiles::Profile read_profile(Reader& reader, const nlohmann::json& body,
                                       const domain::Marketplace& marketplace, domain::Day today);

/// What read_profile() reads, as the owner sees it.
nlohmann::json profile_view(const domain::profiles::Profile& profile);

} // namespace api::people
