#pragma once

#include <nlohmann/json_fwd.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "domain/core/instant.hpp"
#include "ops/mangopay-sandbox/world/faults.hpp"
#include "ops/mangopay-sandbox/world/rates.hpp"
#include "ops/mangopay-sandbox/world/state.hpp"

namespace mangopay_sandbox {

struct Settings {
    std::string client_id = "entremise-demo";
    std::string api_key = "demo-api-key";
    std::string public_url;             // "http://127.0.0.1:4000": where the pages are
    bool beneficiaries_verified = true; // result code 002951 (the EEA rule of 2026) is enforced
    std::chrono::milliseconds payout_delay{2'000};
    std::chrono::milliseconds hook_delay{0};
    std::int64_t rate_limit_scale = 1; // multiplies Mangopay's limits
};

/// Everything one client's Mangopay knows, and the moment it is. The operations on it (users,
/// wallets, payins ...) do no I/O: time and chance are given to them.
struct World {
    Settings settings;
    State state{};
    Faults faults{}; // these two are forgotten when the process ends
    Rates rates{};
    domain::Instant now{};
    std::function<std::string(domain::Instant)> fresh_suffix; // of identifiers

    std::int64_t seconds() const; // Unix time, as the wire writes dates
};

/// "user_m_01JRF…": a new identifier.
std::string fresh_id(const World& world, std::string_view prefix);

/// The document, or ressource_not_found.
nlohmann::json find(const World& world, Kind kind, std::string_view id);

/// Stores a document under its "Id".
void save(World& world, Kind kind, const nlohmann::json& document);

} // namespace mangopay_sandbox
