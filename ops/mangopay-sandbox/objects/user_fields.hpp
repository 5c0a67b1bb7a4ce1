#pragma once

#include <nlohmann/json_fwd.hpp>

/// What Mangopay asks of a user's data. Rules only.
namespace mangopay_sandbox::users {

/// Copies the members that a platform may write from `given` over `user`.
void merge(nlohmann::json& user, const nlohmann::json& given);

/// Refuses a user whose data do not suffice for its category.
void check_natural(const nlohmann::json& user);
void check_legal(const nlohmann::json& user);

/// Whether the identity that was verified is another now (KYCLevel falls back to LIGHT).
bool is_identity_changed(const nlohmann::json& before, const nlohmann::json& after);

/// Whether an OWNER has to prove anew that e-mail and phone are its own.
bool is_contact_changed(const nlohmann::json& before, const nlohmann::json& after);

} // namespace mangopay_sandbox::users
