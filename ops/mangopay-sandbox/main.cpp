#include <CLI/CLI.hpp>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "api/http/server.hpp"
#include "domain/core/clock_file.hpp"
#include "ops/mangopay-sandbox/client/client.hpp"
#include "ops/mangopay-sandbox/client/hook_delivery.hpp"
#include "ops/mangopay-sandbox/surface/surface.hpp"

namespace {

using namespace mangopay_sandbox;

struct Arguments {
    std::uint16_t port = 0;
    std::filesystem::path state;
    std::string clock = "system";
    std::vector<std::string> client_ids{"entremise-demo"};
    std::filesystem::path api_key_file;
    std::filesystem::path port_file;
    std::string public_url;
    std::int64_t hook_delay_ms = 0;
    std::int64_t payout_delay_ms = 2'000;
    std::int64_t rate_limit_scale = 1;
    bool unverified_beneficiaries = false;
};

void describe(CLI::App& app, Arguments& arguments)
{
    app.add_option("--port", arguments.port, "Port on 127.0.0.1; 0 picks a free one")->required();
    app.add_option("--state", arguments.state, "Folder that the state survives in")->required();
    app.add_option("--clock", arguments.clock, "system, or file:PATH")->capture_default_str();
    app.add_option("--client-id", arguments.client_ids, "ClientIds to serve")
        ->capture_default_str();
    app.add_option("--api-key-file", arguments.api_key_file,
                   "File that holds the API key (otherwise it is demo-api-key)")
        ->check(CLI::ExistingFile);
    app.add_option("--port-file", arguments.port_file, "File to write the port to");
    app.add_option("--public-url", arguments.public_url,
                   "Where browsers reach the pages (http://127.0.0.1:PORT)");
    app.add_option("--hook-delay-ms", arguments.hook_delay_ms, "Before a hook is called");
    app.add_option("--payout-delay-ms", arguments.payout_delay_ms, "Before a payout succeeds")
        ->capture_default_str();
    app.add_option("--rate-limit-scale", arguments.rate_limit_scale,
                   "Multiplies Mangopay's rate limits")
        ->check(CLI::PositiveNumber);
    app.add_flag("--unverified-beneficiaries", arguments.unverified_beneficiaries,
                 "Do not enforce result code 002951");
}

std::string first_line(const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line) || line.empty()) {
        throw std::runtime_error("no API key in " + path.string());
    }
    return line;
}

void add_clients(Clients& clients, const Arguments& arguments)
{
    const auto clock = domain::clock_from(arguments.clock);
    for (const auto& id : arguments.client_ids) {
        Settings settings;
        settings.client_id = id;
        if (!arguments.api_key_file.empty()) {
            settings.api_key = first_line(arguments.api_key_file);
        }
        settings.public_url = arguments.public_url;
        settings.hook_delay = std::chrono::milliseconds{arguments.hook_delay_ms};
        settings.payout_delay = std::chrono::milliseconds{arguments.payout_delay_ms};
        settings.rate_limit_scale = arguments.rate_limit_scale;
        settings.beneficiaries_verified = !arguments.unverified_beneficiaries;
        clients.add(std::make_unique<Client>(settings, arguments.state / id, clock));
    }
}

/// Written beside and renamed, so that who waits for it never reads half a port.
void write_port(const std::filesystem::path& path, std::uint16_t port)
{
    auto fresh = path;
    fresh += ".new";
    std::ofstream(fresh) << port << '\n';
    std::filesystem::rename(fresh, path);
}

sigset_t stop_signals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

api::http::Options http_options(std::uint16_t port)
{
    api::http::Options options;
    options.port = port;
    options.threads = 2;
    options.pools = {{api::http::Place::outbound, {.threads = 8, .waiting_max = 1024}}};
    options.deadline = std::chrono::minutes{2}; // answers may be delayed on purpose
    options.ignore_case = true;
    options.ignore_trailing_slash = true;
    options.on_trouble = trouble;
    return options;
}

int serve(const Arguments& arguments)
{
    // Before any thread exists, so that none but this one hears the signals.
    const auto signals = stop_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    if (std::signal(SIGPIPE, SIG_IGN) == SIG_ERR) return 1;

    Clients clients;
    add_clients(clients, arguments);
    api::http::Server server(http_options(arguments.port), http_routes(clients));
    const auto port = server.port();
    if (arguments.public_url.empty()) {
        for (const auto& client : clients.all()) {
            client->with([&](World& world) {
                world.settings.public_url = "http://127.0.0.1:" + std::to_string(port);
            });
        }
    }
    const HookDelivery hook_delivery(clients);
    if (!arguments.port_file.empty()) write_port(arguments.port_file, port);
    std::cout << "mangopay-sandbox listens on http://127.0.0.1:" << port << std::endl;

    int signal = 0;
    sigwait(&signals, &signal);
    server.drain(std::chrono::seconds{5});
    return 0;
}

int run(int argc, char** argv)
{
    Arguments arguments;
    CLI::App app{"A local stand-in for Mangopay's API v2.01, with its own state and clock."};
    describe(app, arguments);
    CLI11_PARSE(app, argc, argv);
    return serve(arguments);
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "mangopay-sandbox: " << error.what() << '\n';
        return 1;
    }
}
