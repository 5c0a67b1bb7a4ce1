#pragma once

#include <string>

#include "ops/installation/installation.hpp"

namespace ops::commands {

struct ServeOptions {
    bool with_worker = false;
    std::string port_file; // the port is written here once it is open
};

/// `entremise serve`: answers until SIGTERM or SIGINT, then finishes what is in flight. SIGHUP:
/// both this and `work` read Mangopay's address, API key and client certificate anew.
int serve(Installation& installation, const ServeOptions& options);

/// `entremise work`: jobs only. `once` does what is due and ends.
int work(Installation& installation, bool once);

/// `entremise migrate`: applies what is missing, both databases, and ties them to the master key;
/// prints the names. Refuses databases that do not belong together.
int migrate(const std::string& config_path);

} // namespace ops::commands
