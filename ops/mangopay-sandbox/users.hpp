#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string_view>

#include "ops/mangopay-sandbox/wire.hpp"
#include "ops/mangopay-sandbox/world.hpp"

/// Natural and legal persons, PAYER or OWNER.
namespace mangopay_sandbox::users {

Answer create_natural(World& world, const Call& call);
Answer create_legal(World& world, const Call& call);
Answer edit_natural(World& world, const Call& call);
Answer edit_legal(World& world, const Call& call);
Answer become_owner(World& world, const Call& call); // PUT .../category
Answer get(World& world, const Call& call);
Answer list(World& world, const Call& call);
Answer close(World& world, const Call& call);
Answer regulatory(World& world, const Call& call);

bool is_owner(const nlohmann::json& user);
bool is_verified(const nlohmann::json& user); // OWNER (or PLATFORM) with KYCLevel REGULAR
bool is_closed(const nlohmann::json& user);
bool is_blocked(const nlohmann::json& user, std::string_view direction); // "Inflows", "Outflows"

/// The user, unless closed: then `user_closed`.
nlohmann::json find_open(const World& world, std::string_view id);

/// LIGHT or REGULAR, with its hook when it changes.
void set_kyc_level(World& world, nlohmann::json& user, std::string_view level);

/// What Mangopay itself may do to a user: close whatever the balance, block, unblock.
void close_by_force(World& world, nlohmann::json& user);
void block(World& world, nlohmann::json& user, const nlohmann::json& scope);

} // namespace mangopay_sandbox::users
