#pragma once

#include <memory>
#include <string>

#include "domain/platform/marketplace.hpp"
#include "domain/policy/policy.hpp"
#include "domain/storage/database.hpp"
#include "domain/vault/vault.hpp"
#include "ops/installation/config.hpp"

namespace ops {

/// One installation, put together from its configuration: clock, policy, keys, database.
struct Installation {
    /// Reads the configuration at `config_path`, with ENTREMISE_… from the environment. Throws
    /// std::runtime_error with a sentence for the operator.
    explicit Installation(const std::string& config_path);

    /// What the configuration says by now.
    Config current_config() const;

    std::string path;
    Config config;
    domain::Clock clock;
    domain::policy::Policy policy;
    domain::Vault vault;
    domain::Database db;

    int http_threads() const;

    domain::Marketplace marketplace() const { return {config.platform, policy}; }
};

/// Throws std::runtime_error when others may read the file that the keys are in.
void require_private_keys(const Config& config);

/// Throws std::runtime_error that says what to run when the schema is not up to date.
void require_migrated(const Config& config);

} // namespace ops
