#include "ops/commands/serve.hpp"

#include <atomic>
#include <csignal>
#include <fstream>
#include <iostream>
#include <optional>

#include "api/health/health.hpp"
#include "api/health/held_up.hpp"
#include "api/http/process.hpp"
#include "api/http/server.hpp"
#include "api/pipeline/authentication.hpp"
#include "api/pipeline/problem.hpp"
#include "api/pipeline/route.hpp"
#include "api/pipeline/security_watch.hpp"
#include "domain/core/log.hpp"
#include "domain/events/event_store.hpp"
#include "domain/mail/last_letter.hpp"
#include "domain/proposals/proposal_store.hpp"
#include "jobs/worker.hpp"
#include "ops/assets/description.hpp"
#include "ops/assets/register.hpp"
#include "ops/installation/belonging.hpp"
#include "ops/installation/neighbours.hpp"
#include "ops/installation/obedience.hpp"
#include "ops/installation/own_series.hpp"
#include "ops/installation/picture_helper.hpp"
#include "payments/reconciliation/attention.hpp"

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

api::http::Options transport(const Installation& installation, const api::App& app)
{
    using api::http::Place;
    auto options = transport(installation, installation.config.http_port);
    options.threads = installation.http_threads();
    options.pools = {{Place::passwords, pool_of(installation.config.passwords)},
                     {Place::pictures, pool_of(installation.config.pictures)},
                     {Place::outbound, pool_of(installation.config.outbound)}};
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

void watch_money(api::Metrics& metrics, Database& db)
{
    const auto money = [&db] {
        return db.read([](Transaction& tx) { return payments::reconciliation::attention(tx); });
    };
    metrics.watch("entremise_money_in_review", "Movements of money left to people",
                  [money] { return static_cast<double>(money().in_review); });
    metrics.watch("entremise_payout_returns_unread", "Sent back by a bank a day ago, not booked",
                  [money] { return static_cast<double>(money().returns_unread); });
    metrics.watch("entremise_refunds_refused", "Refunds to be paid in another way than to the card",
                  [money] { return static_cast<double>(money().refunds_refused); });
    metrics.watch("entremise_payouts_refused", "Payouts to be made in another way",
                  [money] { return static_cast<double>(money().payouts_refused); });
    metrics.watch("entremise_money_doubled", "Movements of money that happened twice",
                  [money] { return static_cast<double>(money().doubled); });
}

void watch_what_is_held_up(api::Metrics& metrics, Database& db)
{
    const auto held = [&db] {
        return db.read([](Transaction& tx) { return api::health::held_up(tx); });
    };
    metrics.watch("entremise_releases_blocked", "Releases that wait for provider or documents",
                  [held] { return static_cast<double>(held().releases_blocked); });
    metrics.watch("entremise_invoices_waiting", "Released orders whose documents wait",
                  [held] { return static_cast<double>(held().invoices_waiting); });
    metrics.watch("entremise_series_ahead", "Series of invoices dated ahead of the time",
                  [held] { return static_cast<double>(held().series_ahead); });
    metrics.watch("entremise_series_unsigned", "Series with two hours' links that no head covers",
                  [held] { return static_cast<double>(held().series_unsigned); });
    metrics.watch("entremise_documents_damaged", "Documents that cannot be given as issued",
                  [held] { return static_cast<double>(held().documents_damaged); });
    metrics.watch("entremise_documents_remade",
                  "Documents found damaged, and made again in the last seven days",
                  [held] { return static_cast<double>(held().documents_remade); });
    metrics.watch("entremise_clock_ahead", "1 when our clock is far ahead of Mangopay's",
                  [held] { return held().clock_ahead ? 1.0 : 0.0; });
    metrics.watch("entremise_mangopay_silent", "1 when Mangopay has not answered for a day",
                  [held] { return held().mangopay_silent ? 1.0 : 0.0; });
}

void watch(api::Metrics& metrics, Installation& installation)
{
    auto& db = installation.db;
    watch_money(metrics, db);
    watch_what_is_held_up(metrics, db);
    const auto backlog = [&db] {
        return db.read([](Transaction& tx) { return events::backlog(tx); });
    };
    metrics.watch("entremise_events_waiting", "Announced and not yet done",
                  [backlog] { return static_cast<double>(backlog().waiting); });
    metrics.watch("entremise_events_given_up", "Given up after repeated failures: look at them",
                  [backlog] { return static_cast<double>(backlog().given_up); });
    metrics.watch("entremise_proposals_untold",
                  "Proposals whose mail to the company has not left for an hour", [&db] {
                      return static_cast<double>(
                          db.read([](Transaction& tx) { return proposals::count_untold(tx); }));
                  });
    metrics.watch("entremise_last_letters_late",
                  "Mails about the closing of an account that have not left for an hour", [&db] {
                      return static_cast<double>(
                          db.read([](Transaction& tx) { return mail::late_last_letters(tx); }));
                  });
    metrics.watch("entremise_storage_full", "1 when the disk refuses writes", [&] {
        return db.has_room() && installation.vault.keys().has_room() ? 0.0 : 1.0;
    });
    metrics.watch("entremise_transaction_retries", "Units of work run again",
                  [&db] { return static_cast<double>(db.retries()); });
}

void watch(api::Metrics& metrics, const api::http::Server& server)
{
    using api::http::Place;
    const std::pair<Place, const char*> pools[] = {{Place::passwords, "passwords"},
                                                   {Place::pictures, "pictures"},
                                                   {Place::outbound, "outbound"}};
    for (const auto& [place, name] : pools) {
        const auto counts = [&server, place = place] { return server.pool(place); };
        metrics.watch("entremise_pool_waiting", "Slow requests that wait for a thread",
                      [counts] { return static_cast<double>(counts().waiting); }, {{"pool", name}});
        metrics.watch("entremise_pool_running", "Slow requests that are being answered",
                      [counts] { return static_cast<double>(counts().running); }, {{"pool", name}});
        metrics.watch("entremise_pool_refused",
                      "Slow requests refused since the start: no room, or its account has enough",
                      [counts] { return static_cast<double>(counts().refused); }, {{"pool", name}});
    }
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
