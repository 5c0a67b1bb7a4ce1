#include "ops/installation/installation.hpp"

#include <cstdlib>
#include <stdexcept>
#include <thread>

#include "domain/core/clock_file.hpp"
#include "domain/core/log.hpp"
#include "domain/core/paris.hpp"
#include "domain/storage/migrate.hpp"
#include "domain/terms/document_texts.hpp"
#include "ops/assets/migrations.hpp"
#include "ops/installation/policy_file.hpp"
#include "ops/installation/policy_folder.hpp"
#include "ops/installation/secret.hpp"

namespace ops {

namespace {

std::optional<std::string> environment(const std::string& name)
{
    const char* value = std::getenv(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

int threads_for(const Config& config)
{
    if (config.http_threads > 0) return static_cast<int>(config.http_threads);
    return 2 * static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

std::size_t sessions_for(const Config& config)
{
    if (config.database_sessions > 0) return static_cast<std::size_t>(config.database_sessions);
    const auto pools = config.passwords.threads + config.pictures.threads + config.outbound.threads;
    return static_cast<std::size_t>(threads_for(config) + pools + config.job_threads + 1);
}

/// The product's texts and the marketplace's. Refuses a policy folder that lacks one.
domain::platform::Texts texts_of(const Config& config)
{
    auto texts = PolicyFolder(config.policy).texts();
    std::string faults;
    for (const auto& fault : domain::terms::faults_of(texts, config.platform))
        faults += "\n  " + fault;
    if (!faults.empty())
        throw std::runtime_error("the texts of the policy " + config.policy + ":" + faults);
    return domain::platform::Texts(std::move(texts));
}

Config leveled(Config config)
{
    using domain::Level;
    domain::log_nothing_below(config.log_level == "error"     ? Level::error
                              : config.log_level == "warning" ? Level::warning
                                                              : Level::info);
    return config;
}

} // namespace

Installation::Installation(const std::string& config_path)
    : path(config_path),
      config(leveled(read_config(path, environment))),
      clock(domain::clock_from(config.clock)),
      policy(read_policy(config.policy)),
      vault(read_master_key(config.master_key_file), config.keys_url, sessions_for(config), clock),
      db(config.database_url, config.read_url, sessions_for(config), clock, vault)
{
    config.platform.texts = texts_of(config);
    if (!domain::Paris::here().is_right()) {
        throw std::runtime_error("the time zones of this system (tzdata) give Paris a time that is "
                                 "not its legal one: no document could be dated");
    }
}

Config Installation::current_config() const
{
    return read_config(path, environment);
}

int Installation::http_threads() const
{
    return threads_for(config);
}

void require_private_keys(const Config& config)
{
    const std::string_view scheme = "sqlite:";
    if (config.keys_url.starts_with(scheme)) require_private(config.keys_url.substr(scheme.size()));
}

void require_migrated(const Config& config)
{
    const auto missing = domain::storage::pending(config.database_url, migrations()).size() +
                         domain::storage::pending(config.keys_url, key_migrations()).size();
    if (missing > 0) {
        throw std::runtime_error("the database lacks " + std::to_string(missing) +
                                 " migrations: run `entremise --config FILE migrate`");
    }
}

} // namespace ops
