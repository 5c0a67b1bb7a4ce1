#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/access/budgets.hpp"
#include "domain/platform/platform.hpp"

namespace ops {

/// One kind of slow work: its threads, how many jobs wait for one, and how many of one account wait
/// or run at a time. What is beyond is refused at once: 503, or 429 to that account. Whoever had
/// least of it lately comes first (api/http/pool.hpp).
struct PoolSize {
    std::int64_t threads, waiting, each;
};

/// The configuration: one TOML file, each value overridable as ENTREMISE_SECTION_KEY; secrets
/// are files named here, never values.
struct Config {
    // [database]
    std::string database_url, read_url, keys_url;
    std::int64_t database_sessions = 0; // 0: HTTP threads + pools + worker
    // [keys]
    std::string master_key_file;
    // [http]
    std::string http_address = "127.0.0.1";
    std::int64_t http_port = 8080, http_threads = 0;
    std::optional<std::int64_t> metrics_port; // nothing: no metrics are served
    std::vector<std::string> web_origins;
    bool secure_cookies = true;
    // [pools] passwords_threads, passwords_waiting, passwords_each, …
    PoolSize passwords{4, 64, 4}; // hashing
    PoolSize pictures{2, 16, 2};  // each thread has one helper process, of up to half a gigabyte
    PoolSize outbound{8, 64, 4};  // what waits for Mangopay
    // [budgets]
    domain::access::Budgets budgets;
    // [jobs]
    std::int64_t job_threads = 1;
    // [clock]
    std::string clock = "system";
    // [mail]
    std::string mail_folder, smtp_url, smtp_user, smtp_password_file, smtp_ca_file, mail_from;
    // [mangopay]
    std::string mangopay_url, mangopay_client_id, mangopay_api_key_file, mangopay_certificate_file,
        mangopay_certificate_key_file, hook_secret_file, hook_base_url;
    // [policy] file: a built-in name, or the path of a folder or of the policy file in it
    std::string policy = "retouche"; // as PolicyFolder finds it
    // [log]
    std::string log_level = "info";
    bool log_requests = true;
    // [company], [platform], [site]
    domain::Platform platform;
};

using Environment = std::function<std::optional<std::string>(const std::string&)>;

/// Reads `path`. Throws std::runtime_error that names every wrong, missing and unknown value
/// at once, each with its section and key. Relative paths are relative to the file.
Config read_config(const std::string& path, const Environment& environment);

} // namespace ops
