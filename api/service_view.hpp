#pragma once

#include <nlohmann/json_fwd.hpp>

#include "domain/services/search.hpp"

namespace api {

/// A published service without its provider: as it stands on the provider's page.
nlohmann::json offered_view(const domain::services::Found& service);

/// {"from": money, "per": "hour"}, or null.
nlohmann::json price_view(const std::optional<std::int64_t>& minor, const std::string& per);

} // namespace api
