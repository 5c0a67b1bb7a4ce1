#include "ops/command_line/command_line.hpp"

#include <iostream>
#include <memory>

#include "domain/core/version.hpp"
#include "jobs/retention.hpp"
#include "ops/installation/belonging.hpp"

namespace ops {

CommandLine::CommandLine()
    : app("Entremise: a marketplace backend for services, with escrow, invoices and forgetting")
{
    app.set_version_flag("--version", "entremise " + std::string(domain::version));
    app.require_subcommand(1);
    app.add_option("--config", config, "the TOML configuration")
        ->envname("ENTREMISE_CONFIG")
        ->capture_default_str();
}

void CommandLine::on_its_own(CLI::App* command, std::function<int()> act)
{
    command->callback([this, act = std::move(act)] { chosen_ = act; });
}

namespace {

void require_nobody_back(Installation& installation)
{
    jobs::Context context{.db = installation.db,
                          .vault = installation.vault,
                          .platform = installation.config.platform,
                          .policy = installation.policy};
    jobs::require_nobody_back(context);
}

} // namespace

void CommandLine::on(CLI::App* command, std::function<int(Installation&)> act)
{
    on_older_data(command, [act = std::move(act)](Installation& installation) {
        require_nobody_back(installation);
        return act(installation);
    });
}

void CommandLine::on_doubtful(CLI::App* command, std::function<int(Installation&)> look,
                              std::function<void(Installation&)> then)
{
    on_its_own(command, [this, look = std::move(look), then = std::move(then)] {
        Installation installation(config);
        require_migrated(installation.config);
        require_private_keys(installation.config);
        const int seen = look(installation);
        require_belonging(installation.db, installation.vault);
        require_nobody_back(installation);
        then(installation);
        return seen;
    });
}

void CommandLine::on_older_data(CLI::App* command, std::function<int(Installation&)> act)
{
    on_its_own(command, [this, act = std::move(act)] {
        Installation installation(config);
        require_migrated(installation.config);
        require_private_keys(installation.config);
        require_belonging(installation.db, installation.vault);
        return act(installation);
    });
}

int CommandLine::run(int argc, char** argv)
{
    CLI11_PARSE(app, argc, argv);
    try {
        return chosen_();
    } catch (const std::exception& failure) {
        std::cerr << "entremise: " << failure.what() << '\n';
        return 2;
    }
}

} // namespace ops
