#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "ops/mangopay-sandbox/wire/wire.hpp"
#include "ops/mangopay-sandbox/world/world.hpp"

namespace mangopay_sandbox {

using Wanted = std::function<bool(const nlohmann::json&)>;

/// The documents of a kind in order of creation, as the API shows them.
std::vector<nlohmann::json> collected(const World& world, Kind kind,
                                      const Wanted& wanted = nullptr);

/// One page of a list: `page` from 1, `per_page` at most 100, `Sort=CreationDate:ASC|DESC`, with
/// the headers x-number-of-pages, x-number-of-items and link.
Answer page(const Call& call, std::vector<nlohmann::json> items);

/// A date given in the query, or param_error.
std::optional<std::int64_t> seconds_parameter(const Call& call, std::string_view name);

/// Whether a transaction passes the filters Status, Type, Nature, ResultCode, BeforeDate and
/// AfterDate of the query (each but the dates a list with commas).
bool is_wanted(const Call& call, const nlohmann::json& transaction);

} // namespace mangopay_sandbox
