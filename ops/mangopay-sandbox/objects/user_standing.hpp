#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string_view>

#include "ops/mangopay-sandbox/world/world.hpp"

/// What a user is and may do, as every other object asks it, and what Mangopay changes in it.
namespace mangopay_sandbox::users {

bool is_owner(const nlohmann::json& user);
bool is_verified(const nlohmann::json& user); // OWNER (or PLATFORM) with KYCLevel REGULAR
bool is_closed(const nlohmann::json& user);
bool is_blocked(const nlohmann::json& user, std::string_view direction); // "Inflows", "Outflows"

/// The user, unless closed: then `user_closed`.
nlohmann::json find_open(const World& world, std::string_view id);

/// LIGHT or REGULAR, with its hook when it changes.
void set_kyc_level(World& world, nlohmann::json& user, std::string_view level);

/// Verified now: again only before `deadline` (YYYY-MM-DD), where there is one.
void ask_renewal(World& world, nlohmann::json& user, std::string_view deadline);
void renewed(World& world, nlohmann::json& user);

/// What Mangopay itself may do to a user: close whatever the balance, block, unblock.
void close_by_force(World& world, nlohmann::json& user);
void block(World& world, nlohmann::json& user, const nlohmann::json& scope);

} // namespace mangopay_sandbox::users
