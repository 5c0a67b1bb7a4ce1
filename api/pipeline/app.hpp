#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "api/pipeline/metrics.hpp"
#include "domain/access/budgets.hpp"
#include "domain/pages/picture.hpp"
#include "domain/platform/platform.hpp"
#include "domain/policy/policy.hpp"
#include "domain/storage/database.hpp"
#include "domain/vault/vault.hpp"

namespace payments {
class Gateway;
}
namespace api::site::frame {
class Site;
}

namespace api {

/// The API description as it is served, and the page to read it in.
struct Description {
    std::string json;        // OpenAPI 3.1
    std::string page;        // HTML, self-contained
    std::string page_policy; // its Content-Security-Policy
    std::map<std::string, std::vector<std::string>, std::less<>> query; // parameters, by operation
};

/// What handlers work with. Made once by main; everything in it outlives the server.
struct App {
    domain::Database& db;
    domain::Vault& vault;
    const domain::policy::Policy& policy;
    const domain::Platform& platform;
    Metrics& metrics;
    payments::Gateway* gateway = nullptr;   // Mangopay, for what a person waits for
    domain::pages::Reencode reencode{};     // uploaded pictures, in a process of their own
    std::vector<std::string> web_origins{}; // that may use the session cookie
    domain::access::Budgets budgets{};      // of each account
    std::string hook_secret{};              // last segment of the path Mangopay calls
    bool secure_cookies = true;
    bool log_requests = true;
    Description description{};
    site::frame::Site* site = nullptr;                     // the web site's pages
    std::function<bool()> draining = [] { return false; }; // shown by /readyz
};

} // namespace api
