#include "ops/commands/serve.hpp"

#include <atomic>
#include <csignal>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>

#include "api/health/health.hpp"
#include "api/http/process.hpp"
#include "api/http/server.hpp"
#include "api/pipeline/authentication.hpp"
#include "api/pipeline/problem.hpp"
#include "api/pipeline/route.hpp"
#include "api/pipeline/security_watch.hpp"
#include "api/site/frame/refusal.hpp"
#include "api/site/frame/site.hpp"
#include "domain/core/log.hpp"
#include "jobs/worker.hpp"
#include "ops/assets/description.hpp"
#include "ops/assets/register.hpp"
#include "ops/assets/site.hpp"
#include "ops/commands/watched.hpp"
#include "ops/installation/belonging.hpp"
#include "ops/installation/neighbours.hpp"
#include "ops/installation/obedience.hpp"
#include "ops/installation/own_series.hpp"
#include "ops/installation/picture_helper.hpp"
#include "ops/installation/policy_folder.hpp"

namespace ops::commands {

using namespace domain;

namespace {

/// Blocked before any thread starts, so that only wait_for_stop() sees them.
sigset_t block_signals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

/// What cannot be read leaves everything as it was.
void reload(Neighbours& neighbours, const Installation& installation)
{
    try {
        neighbours.reload_mangopay(installation);
        log(Level::info, "mangopay_reloaded");
    } catch (const std::exception& failure) {
        log(Level::error, "mangopay_not_reloaded", {{"cause", failure.what()}});
    }
}

/// SIGHUP reads anew what may change while running; the others end it.
void wait_for_stop(const sigset_t& signals, Neighbours& neighbours,
                   const Installation& installation)
{
    for (int signal = 0; sigwait(&signals, &signal) == 0 && signal == SIGHUP;)
        reload(neighbours, installation);
}

api::http::PoolOptions pool_of(const PoolSize& size)
{
    return {.threads = static_cast<int>(size.threads),
            .waiting_max = static_cast<std::size_t>(size.waiting),
            .each_max = static_cast<std::size_t>(size.each)};
}

/// What both servers have in common.
api::http::Options transport(const Installation& installation, std::int64_t port)
{
    api::http::Options options;
    options.address = installation.config.http_address;
    options.port = static_cast<std::uint16_t>(port);
    options.on_trouble = [&vault = installation.vault](api::http::Trouble trouble,
                                                       const api::http::Request* request) {
        api::note_trouble(vault, trouble, request);
        return api::problem(trouble, request);
    };
    options.on_options = api::complete;
    return options;
}

api::http::Options transport(const Installation& installation, api::App& app)
{
    using api::http::Place;
    auto options = transport(installation, installation.config.http_port);
    options.threads = installation.http_threads();
    options.pools = {{Place::passwords, pool_of(installation.config.passwords)},
                     {Place::pictures, pool_of(installation.config.pictures)},
                     {Place::outbound, pool_of(installation.config.outbound)}};
    options.on_trouble = [&app](api::http::Trouble trouble, const api::http::Request* request) {
        api::note_trouble(app.vault, trouble, request);
        return api::site::frame::answer_to(app, trouble, request);
    };
    options.claim_of = [&app](const api::http::Request& request) {
        return api::claim_of(app, request);
    };
    return options;
}

/// For one scraper.
api::http::Options transport_of_metrics(const Installation& installation, std::int64_t port)
{
    auto options = transport(installation, port);
    options.threads = 1;
    options.connections_max = 16;
    return options;
}

/// The web site with the operator's own words; which are in force is told by their hash.
std::unique_ptr<api::site::frame::Site> made_site(const Installation& installation)
{
    const PolicyFolder policies(installation.config.policy);
    auto site = std::make_unique<api::site::frame::Site>(
        site_material(policies.sentences(), installation.config.platform));
    log(Level::info, "texts", {{"site", site->sentences().hash()}});
    return site;
}

} // namespace

int serve(Installation& installation, const ServeOptions& options)
{
    require_obeyed(installation.marketplace());
    require_registered(installation.db, installation.vault);
    require_own_series(installation);
    const PictureHelper reencode(picture_program());
    reencode.prove_itself();
    const auto signals = block_signals();
    api::http::prepare_process();
    Neighbours neighbours(installation);

    std::atomic<bool> draining = false;
    api::Metrics metrics;
    watch(metrics, installation);
    api::App app{installation.db, installation.vault, installation.policy,
                 installation.config.platform, metrics};
    app.web_origins = installation.config.web_origins;
    app.budgets = installation.config.budgets;
    app.secure_cookies = installation.config.secure_cookies;
    app.gateway = neighbours.prompt_gateway.get();
    app.reencode = reencode;
    app.hook_secret = neighbours.hook_secret;
    app.log_requests = installation.config.log_requests;
    app.description = description(installation.policy);
    app.draining = [&] { return draining.load(); };
    const auto site = made_site(installation);
    app.site = site.get();

    api::http::Server server(transport(installation, app), api::bound_routes(app));
    watch(metrics, server);
    std::optional<api::http::Server> scraped;
    if (const auto port = installation.config.metrics_port) {
        scraped.emplace(transport_of_metrics(installation, *port),
                        api::health::metrics_routes(metrics));
    }
    std::unique_ptr<jobs::Worker> worker;
    if (options.with_worker) {
        worker = std::make_unique<jobs::Worker>(context_of(installation, neighbours),
                                                static_cast<int>(installation.config.job_threads));
    }
    if (!options.port_file.empty()) std::ofstream(options.port_file) << server.port() << '\n';
    log(Level::info, "listening", {{"port", std::to_string(server.port())}});

    wait_for_stop(signals, neighbours, installation);
    draining = true;
    log(Level::info, "draining");
    constexpr std::chrono::seconds patience{15};
    const bool complete = server.drain(patience);
    if (worker) worker->stop();
    log(Level::info, "stopped", {{"complete", complete ? "yes" : "no"}});
    return complete ? 0 : 1;
}

int work(Installation& installation, bool once)
{
    require_obeyed(installation.marketplace());
    require_registered(installation.db, installation.vault);
    require_own_series(installation);
    const auto signals = block_signals();
    api::http::prepare_process();
    Neighbours neighbours(installation);
    auto context = context_of(installation, neighbours);
    if (once) {
        std::cout << jobs::run_until_idle(context, "work --once") << " events done\n";
        return 0;
    }
    jobs::Worker worker(context, static_cast<int>(installation.config.job_threads));
    log(Level::info, "working");
    wait_for_stop(signals, neighbours, installation);
    worker.stop();
    return 0;
}

int migrate(const std::string& config_path)
{
    const auto config = read_config(config_path, [](const std::string& name) {
        const char* value = std::getenv(name.c_str());
        return value == nullptr ? std::nullopt : std::optional<std::string>(value);
    });
    const auto now =
        std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
    const auto names = ops::migrate(config, now);
    for (const auto& name : names)
        std::cout << "applied " << name << '\n';
    if (names.empty()) std::cout << "nothing to apply\n";
    return 0;
}

} // namespace ops::commands
