#pragma once

#include <cstdint>
#include <string>

#include "domain/core/instant.hpp"
#include "domain/core/language.hpp"
#include "domain/core/money.hpp"

namespace api::site::frame {

/// How pages write numbers, sums and days: with spaces that do not break.
std::string spelled(std::int64_t number, domain::Language language); // "1 234", "1,234"
std::string spelled(domain::Money sum, domain::Language language);   // "445,00 €", "€445.00"
std::string spelled(domain::Day day, domain::Language language);     // "1er décembre 2026"
std::string spelled_moment(domain::Instant at, domain::Language language); // "… à 14:05", in Paris

} // namespace api::site::frame
