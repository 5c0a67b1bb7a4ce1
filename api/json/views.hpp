#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/core/money.hpp"
#include "domain/core/refused.hpp"
#include "domain/payees/billing.hpp"

/// How the things that several nouns share look in JSON.
namespace api {

nlohmann::json money_view(domain::Money amount);
nlohmann::json time_view(const std::optional<domain::Instant>& instant);

/// Name, legal identity and address: what the two parties of a quote or order see of each
/// other (RT-9), and nobody else.
nlohmann::json identification(const domain::payees::BillingIdentity& party);

/// [{"field": "address.city", "detail": …}, …], as the errors of a refusal are.
nlohmann::json fields_view(const std::vector<domain::FieldError>& fields,
                           domain::Language language);

/// {"average": "4.50" or null, "count": 2}: exact hundredths, as text.
nlohmann::json rating_view(std::int64_t sum, std::int64_t count);

} // namespace api
