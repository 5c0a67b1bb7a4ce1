#include "ops/installation/config.hpp"

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <stdexcept>

#include "domain/accounts/email.hpp"
#include "ops/installation/config_reader.hpp"
#include "ops/installation/operator_rules.hpp"
#include "ops/installation/policy_folder.hpp"
#include "ops/installation/site_config.hpp"

namespace ops {

namespace {

namespace fs = std::filesystem;

void read_pool(ConfigReader& read, const std::string& name, PoolSize& size)
{
    read.number("pools", (name + "_threads").c_str(), size.threads, 1, 64);
    read.number("pools", (name + "_waiting").c_str(), size.waiting, 1, 10'000);
    read.number("pools", (name + "_each").c_str(), size.each, 1, 10'000);
}

void read_technical(ConfigReader& read, Config& config)
{
    read.text("database", "url", config.database_url, true);
    read.text("database", "read_url", config.read_url);
    read.text("database", "keys_url", config.keys_url, true);
    read.number("database", "sessions", config.database_sessions, 0, 500);
    read.path("keys", "master_key_file", config.master_key_file, true);
    read.text("http", "address", config.http_address);
    read.number("http", "port", config.http_port, 0, 65535);
    std::int64_t metrics_port = -1;
    read.number("http", "metrics_port", metrics_port, 1, 65535);
    if (metrics_port > 0) config.metrics_port = metrics_port;
    read.number("http", "threads", config.http_threads, 0, 64);
    read.texts("http", "web_origins", config.web_origins);
    read.flag("http", "secure_cookies", config.secure_cookies);
    read_pool(read, "passwords", config.passwords);
    read_pool(read, "pictures", config.pictures);
    read_pool(read, "outbound", config.outbound);
    read.number("budgets", "requests_a_day", config.budgets.requests_a_day, 1, 1'000'000);
    read.number("budgets", "messages_an_hour", config.budgets.messages_an_hour, 1, 1'000'000);
    read.number("budgets", "archive_keys", config.budgets.archive_keys, 1, 1'000'000);
    read.number("budgets", "sessions", config.budgets.sessions, 1, 1'000'000);
    read.number("jobs", "threads", config.job_threads, 1, 16);
    read.text("clock", "source", config.clock);
    read.text("policy", "file", config.policy);
    read.text("log", "level", config.log_level);
    read.flag("log", "requests", config.log_requests);
    if (config.log_level != "info" && config.log_level != "warning" &&
        config.log_level != "error") {
        read.complain("log", "level", "must be info, warning or error");
    }
}

void read_neighbours(ConfigReader& read, Config& config)
{
    read.path("mail", "folder", config.mail_folder);
    read.text("mail", "smtp_url", config.smtp_url);
    read.text("mail", "smtp_user", config.smtp_user);
    read.path("mail", "smtp_password_file", config.smtp_password_file);
    read.path("mail", "smtp_ca_file", config.smtp_ca_file);
    read.text("mail", "from", config.mail_from, true);
    if (!config.mail_from.empty() && !domain::accounts::Email::parse(config.mail_from))
        read.complain("mail", "from", "must be an address alone, such as no-reply@example.org");
    if (!config.smtp_url.empty() && !config.smtp_url.starts_with("smtp://") &&
        !config.smtp_url.starts_with("smtps://")) {
        read.complain("mail", "smtp_url", "must begin with smtp:// (STARTTLS) or smtps://");
    }
    if (config.mail_folder.empty() == config.smtp_url.empty()) {
        read.complain("mail", "folder", "or smtp_url must be given, and only one of them");
    }
    read.text("mangopay", "url", config.mangopay_url, true);
    read.text("mangopay", "client_id", config.mangopay_client_id, true);
    read.path("mangopay", "api_key_file", config.mangopay_api_key_file, true);
    read.path("mangopay", "certificate_file", config.mangopay_certificate_file);
    read.path("mangopay", "certificate_key_file", config.mangopay_certificate_key_file);
    read.path("mangopay", "hook_secret_file", config.hook_secret_file, true);
    read.text("mangopay", "hook_base_url", config.hook_base_url);
}

void read_country(ConfigReader& read, domain::Country& country)
{
    auto code = country.text();
    read.text("company", "country", code);
    const auto found = domain::Country::parse(code);
    if (!found)
        read.complain("company", "country", "must be an ISO 3166-1 alpha-2 code, such as FR");
    country = found.value_or(country);
}

/// Another authority than the one that is there by itself is somewhere else.
void read_authority(ConfigReader& read, domain::platform::Authority& authority)
{
    const domain::platform::Authority usual;
    read.text("company", "authority", authority.name);
    read.text("company", "authority_address", authority.address);
    read.text("company", "authority_url", authority.url);
    if (authority.name == usual.name) return;
    if (authority.address == usual.address)
        read.complain("company", "authority_address", "must be given with authority");
    if (authority.url == usual.url)
        read.complain("company", "authority_url", "must be given with authority");
}

void read_company(ConfigReader& read, domain::platform::Company& company)
{
    read.text("company", "name", company.name, true);
    read.text("company", "legal_form", company.legal_form, true);
    read.text("company", "capital", company.capital);
    read.text("company", "siren", company.siren, true);
    read.text("company", "siret", company.siret, true);
    read.text("company", "vat_number", company.vat_number, true);
    read.text("company", "rcs_city", company.rcs_city);
    read.text("company", "address", company.address.line1, true);
    read.text("company", "address2", company.address.line2);
    read.text("company", "postcode", company.address.postcode, true);
    read.text("company", "city", company.address.city, true);
    read_country(read, company.address.country);
    read.text("company", "contact_email", company.contact_email, true);
    read.text("company", "oversight_email", company.oversight_email);
    read.text("company", "invoice_series", company.invoice_series);
    read_authority(read, company.authority);
    read_publisher(read, company.publisher);
    for (const auto& [key, why] : wrong_in(company))
        read.complain("company", key, why);
}

void read_platform(ConfigReader& read, domain::Platform& platform)
{
    using namespace std::chrono;
    read.text("platform", "name", platform.name);
    read.text("platform", "web_url", platform.web_url);
    read.text("platform", "terms_version", platform.terms_version);
    read.text("platform", "mandate_version", platform.mandate_version);
    read.number("platform", "commission_basis_points", platform.commission_rate.value, 0, 5000);
    read.number("platform", "commission_vat_basis_points", platform.commission_vat.value, 0, 2500);
    std::int64_t request_days = platform.request_open.count();
    std::int64_t payment_days = platform.payment_within.count();
    std::int64_t silence_days = platform.silence_validates.count();
    read.number("platform", "request_days", request_days, 1, 365);
    read.number("platform", "payment_days", payment_days, 1, 60);
    read.number("platform", "silence_days", silence_days, 1, 90);
    platform.request_open = days{request_days};
    platform.payment_within = days{payment_days};
    platform.silence_validates = days{silence_days};
    std::string closing;
    read.text("platform", "fiscal_year_end", closing);
    if (closing.empty()) return;
    const auto day = domain::parse_day("2024-" + closing); // a leap year: 29 February exists
    if (!day)
        return read.complain("platform", "fiscal_year_end", "must be a month and day, as 12-31");
    platform.fiscal_year_end = day->month() / day->day();
}

void check_together(ConfigReader& read, const Config& config)
{
    const bool local = config.mangopay_url.starts_with("http://127.0.0.1") ||
                       config.mangopay_url.starts_with("http://localhost");
    if (!local && !config.mangopay_url.starts_with("https://")) {
        read.complain("mangopay", "url", "must be https, except on loopback");
    }
    if (config.clock != "system" && !config.clock.starts_with("file:")) {
        read.complain("clock", "source", "must be system or file:PATH");
    }
    if (config.clock != "system" && !local) {
        read.complain("clock", "source", "must be system when Mangopay is not on loopback");
    }
    if (config.http_address != "127.0.0.1" && config.http_address != "::1") {
        read.complain("http", "address", "must be loopback: nginx stands in front");
    }
    if (config.metrics_port == config.http_port) {
        read.complain("http", "metrics_port", "must be another than port: metrics are not public");
    }
}

/// "sqlite:data/x.db" and "file:clock" are relative to the configuration, like every path.
void anchor(std::string& url, const std::string& scheme, const fs::path& folder)
{
    if (!url.starts_with(scheme)) return;
    const fs::path path = url.substr(scheme.size());
    if (path.is_relative()) url = scheme + (folder / path).lexically_normal().string();
}

/// The web site's own pages may use its cookie, whatever else may.
void allow_own_site(Config& config)
{
    const auto& url = config.platform.web_url;
    const auto host = url.find("://");
    const auto origin = url.substr(0, host == url.npos ? host : url.find('/', host + 3));
    auto& origins = config.web_origins;
    if (std::ranges::find(origins, origin) == origins.end()) origins.push_back(origin);
}

} // namespace

Config read_config(const std::string& path, const Environment& environment)
{
    toml::table file;
    try {
        file = toml::parse_file(path);
    } catch (const toml::parse_error& wrong) {
        std::ostringstream where;
        where << path << ": " << wrong.description() << " at " << wrong.source().begin;
        throw std::runtime_error(where.str());
    }
    const auto folder = fs::absolute(path).parent_path();
    Config config;
    ConfigReader read(file, folder, environment);
    read_technical(read, config);
    read_neighbours(read, config);
    read_company(read, config.platform.company);
    read_platform(read, config.platform);
    read_site(read, config.platform.brand);
    check_together(read, config);
    read.finish(path);
    allow_own_site(config);
    for (auto* url : {&config.database_url, &config.read_url, &config.keys_url}) {
        anchor(*url, "sqlite:", folder);
    }
    anchor(config.clock, "file:", folder);
    if (PolicyFolder::is_path(config.policy) && fs::path(config.policy).is_relative()) {
        config.policy = (folder / config.policy).lexically_normal();
    }
    return config;
}

} // namespace ops
