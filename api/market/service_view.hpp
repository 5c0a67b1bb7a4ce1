#pragma once

#include "api/json/json_writer.hpp"
#include "domain/services/search.hpp"

namespace api::market {

/// A published service without its provider, as it stands on the provider's page: an object,
/// begun and ended, or only its members.
void write_offered(JsonWriter& out, const domain::services::Offered& service);
void write_offered_members(JsonWriter& out, const domain::services::Offered& service);

} // namespace api::market
