#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>

#include "domain/core/instant.hpp"
#include "domain/core/money.hpp"

namespace api::site::account {

/// What stands at `member` of what an operation answered: "" where nothing does.
std::string text_at(const nlohmann::json& answer, std::string_view member);

/// A moment or a day that an operation answered. It is a Bug when it is none.
domain::Instant moment_of(const nlohmann::json& text);
domain::Day day_of(const nlohmann::json& text);

/// {"amount": 12300, "currency": "EUR"}.
domain::Money money_of(const nlohmann::json& view);

} // namespace api::site::account
