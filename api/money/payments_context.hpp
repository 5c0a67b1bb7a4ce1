#pragma once

#include <string>

#include "api/json/reader.hpp"
#include "api/pipeline/app.hpp"
#include "payments/flows/context.hpp"

namespace api::money {

/// The line to Mangopay, for what a person waits for. Refuses (503) when there is none.
payments::flows::Context payments_context(App& app);

/// The absolute address that Mangopay's page leads back to: HTTPS, or HTTP on this machine; at
/// most 200 characters (Mangopay appends to it, and takes 220). `otherwise` is a path of the
/// web site.
std::string return_url_of(Reader& read, const App& app, const std::string& otherwise);

} // namespace api::money
