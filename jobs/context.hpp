#pragma once

#include "domain/platform/platform.hpp"
#include "domain/policy/policy.hpp"
#include "domain/storage/database.hpp"
#include "domain/vault/vault.hpp"

namespace payments {
class Gateway;
}
namespace domain::mail {
class Sender;
}

namespace jobs {

/// What jobs work with. Made once by main (or a test); everything in it outlives the worker.
struct Context {
    domain::Database& db;
    domain::Vault& vault;
    const domain::Platform& platform;
    const domain::policy::Policy& policy;
    payments::Gateway* gateway = nullptr;
    domain::mail::Sender* sender = nullptr;
    std::string hook_url{}; // where Mangopay shall call us; empty: no hooks are registered
};

} // namespace jobs
