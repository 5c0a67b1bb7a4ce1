#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <string>

#include "ops/installation/installation.hpp"

namespace ops {

/// `entremise [--config FILE] <command> …`. Every command is a function of an Installation;
/// 0 only when what it asserts holds, 1 when it does not, 2 when it could not be carried out.
class CommandLine {
public:
    CommandLine();

    /// Parses and runs the chosen command.
    int run(int argc, char** argv);

    CLI::App app;
    std::string config = "entremise.toml";

    /// When `command` is the one, `act` on the installation that the configuration describes: its
    /// databases are migrated, keys and data belong together, and nobody who was erased is in the
    /// data; else it is refused.
    void on(CLI::App* command, std::function<int(Installation&)> act);
    /// The same for what only looks, and is needed most where something is wrong: it looks first.
    /// What the installation is refused for is told after it; where it is not, `then` follows.
    void on_doubtful(CLI::App* command, std::function<int(Installation&)> look,
                     std::function<void(Installation&)> then);
    /// The same for what takes data put back from before.
    void on_older_data(CLI::App* command, std::function<int(Installation&)> act);
    /// The same for what needs no installation.
    void on_its_own(CLI::App* command, std::function<int()> act);

private:
    std::function<int()> chosen_;
};

// Each adds its commands.
void add_programs(CommandLine& line);  // serve, work, migrate, config check, openapi
void add_documents(CommandLine& line); // series audit and damaged, signing-key list and rotate
void add_money(CommandLine& line);     // ledger check, ledger statement, reconcile, money waiting
void add_people(CommandLine& line);    // account create-staff
void add_proposals(CommandLine& line); // proposals list, make, decide
void add_retention(CommandLine& line); // retention plan, run; privacy register check

} // namespace ops
