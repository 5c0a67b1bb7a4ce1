#include <iostream>
#include <memory>

#include "api/site/frame/site.hpp"
#include "ops/assets/description.hpp"
#include "ops/assets/site.hpp"
#include "ops/command_line/command_line.hpp"
#include "ops/commands/serve.hpp"
#include "ops/commands/signing_keys.hpp"
#include "ops/installation/obedience.hpp"
#include "ops/installation/own_series.hpp"
#include "ops/installation/picture_helper.hpp"
#include "ops/installation/policy_file.hpp"
#include "ops/installation/policy_folder.hpp"

namespace ops {

namespace {

/// An installation may go without it for a while: each is named, and nothing is refused.
void warn_of_what_is_lacking(const Installation& it)
{
    for (const auto& [key, law] : lacking_in(it.config.platform.company.publisher))
        std::cerr << "warning: [company] " << key << " is missing: " << law << '\n';
}

} // namespace

void add_programs(CommandLine& line)
{
    auto* serving = line.app.add_subcommand("serve", "answer HTTP until told to stop");
    const auto options = std::make_shared<commands::ServeOptions>();
    serving->add_flag("--with-worker", options->with_worker,
                      "run the jobs too (small installations)");
    serving->add_option("--port-file", options->port_file, "write the port here once it is open");
    line.on(serving, [options](Installation& it) { return commands::serve(it, *options); });

    auto* working = line.app.add_subcommand("work", "run the jobs; any number of these may run");
    const auto once = std::make_shared<bool>(false);
    working->add_flag("--once", *once, "do what is due and end");
    line.on(working, [once](Installation& it) { return commands::work(it, *once); });

    auto* migrating = line.app.add_subcommand("migrate", "bring both databases up to date");
    line.on_its_own(migrating, [&line] { return commands::migrate(line.config); });

    auto* configuration = line.app.add_subcommand("config", "the configuration");
    configuration->require_subcommand(1);
    auto* checking = configuration->add_subcommand(
        "check",
        "read it, its policy and its words for the site, open its secrets and its databases, try "
        "what reads pictures");
    line.on(checking, [&line](Installation& it) {
        require_obeyed(it.marketplace());
        require_own_series(it);
        commands::require_signing_key(it);
        PictureHelper(picture_program()).prove_itself();
        const api::site::frame::Site site(
            site_material(PolicyFolder(it.config.policy).sentences(), it.config.platform));
        warn_of_what_is_lacking(it);
        std::cout << line.config << ": right\n";
        return 0;
    });

    auto* describing =
        line.app.add_subcommand("openapi", "print the API description (OpenAPI 3.1)");
    const auto policy = std::make_shared<std::string>("retouche");
    describing
        ->add_option("--policy", *policy,
                     "whose mandatory fields it marks: a built-in name, a folder or a file")
        ->capture_default_str();
    line.on_its_own(describing, [policy] {
        std::cout << description(read_policy(*policy)).json << '\n';
        return 0;
    });
}

} // namespace ops
