#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>

#include "ops/mangopay-sandbox/wire/wire.hpp"
#include "ops/mangopay-sandbox/world/world.hpp"

/// Strong customer authentication (PSD2) of OWNER users: sessions of ten minutes, used once,
/// on a page of Mangopay's. E-mail addresses that contain "accept" need none.
namespace mangopay_sandbox::sca {

Answer enroll(World& world, const Call& call); // POST .../enrollment
Answer status(World& world, const Call& call);

enum class Purpose : std::uint8_t { enrollment, recipient, wallet_view, transfer };

/// Opens a session; returns the address of its page.
std::string open(World& world, Purpose purpose, const std::string& user, const std::string& object);

/// Makes the user PENDING_USER_ACTION until it has enrolled (not stored; the caller saves it).
void ask_enrollment(World& world, nlohmann::json& user);

/// Whether the user's e-mail address makes every authentication succeed unasked.
bool is_bypassed(const nlohmann::json& user);

/// Throws the 401 that asks an OWNER to authenticate before its wallets are shown (once in 180
/// days), or the 403 for a proxy that Mangopay has not allowed.
void guard_view(World& world, const Call& call, const nlohmann::json& user);

} // namespace mangopay_sandbox::sca
