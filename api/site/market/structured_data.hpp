#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

#include "api/site/market/words.hpp"
#include "api/site/parts/breadcrumb.hpp"
#include "domain/pages/page.hpp"
#include "domain/services/search.hpp"

/// What search engines read of public pages, in schema.org's words.
namespace api::site::market {

/// Several things in one block.
nlohmann::json graph(std::vector<nlohmann::json> things);

/// The way to this page (BreadcrumbList).
nlohmann::json way_data(const App& app, const Request& request, const parts::BreadcrumbView& way);

/// The site, and how to search it (WebSite, SearchAction).
nlohmann::json website_data(const App& app, const Request& request);

/// A service on its page, with its provider.
nlohmann::json service_data(const App& app, const Request& request,
                            const domain::services::Offered& service,
                            const domain::pages::PublicPage& provider);

/// A provider with what it offers; rated only once there are reviews.
nlohmann::json provider_data(const App& app, const Request& request,
                             const domain::pages::PublicPage& provider,
                             const std::vector<domain::services::Offered>& services);

} // namespace api::site::market
