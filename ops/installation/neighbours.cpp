#include "ops/installation/neighbours.hpp"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <stdexcept>
#include <utility>

#include "domain/mail/folder_sender.hpp"
#include "domain/mail/smtp_sender.hpp"
#include "ops/installation/secret.hpp"
#include "payments/mangopay/client.hpp"
#include "payments/mangopay/curl_http.hpp"

namespace ops {

using namespace std::chrono_literals;

namespace {

std::unique_ptr<domain::mail::Sender> sender_of(const Config& config)
{
    if (!config.mail_folder.empty()) {
        return std::make_unique<domain::mail::FolderSender>(config.mail_folder, config.mail_from);
    }
    domain::mail::SmtpServer server{config.smtp_url, config.smtp_user, "", config.mail_from,
                                    config.smtp_ca_file};
    if (!config.smtp_password_file.empty())
        server.password = read_secret(config.smtp_password_file);
    return std::make_unique<domain::mail::SmtpSender>(server);
}

using payments::mangopay::Client;

// What is not answered promptly goes on in a job; the HTTP pools' deadline is 10 s.
constexpr auto patient = 30s;
constexpr auto prompt = 4s;

payments::mangopay::Http line_to_mangopay(const Config& config,
                                          std::chrono::milliseconds answer_within)
{
    payments::mangopay::CurlOptions curl;
    curl.connect_within = std::min<std::chrono::milliseconds>(10s, answer_within);
    curl.answer_within = answer_within;
    curl.certificate_file = config.mangopay_certificate_file;
    curl.certificate_key_file = config.mangopay_certificate_key_file;
    return payments::mangopay::curl_http(std::move(curl));
}

/// Refuses what could only fail later: a key or a certificate that cannot be read.
payments::mangopay::Credentials credentials_at_mangopay(const Config& config)
{
    for (const auto& path :
         {config.mangopay_certificate_file, config.mangopay_certificate_key_file}) {
        if (!path.empty() && !std::ifstream(path))
            throw std::runtime_error(path + ": cannot be read");
    }
    return {config.mangopay_url, config.mangopay_client_id,
            read_secret(config.mangopay_api_key_file)};
}

std::unique_ptr<Client> mangopay(const Installation& installation,
                                 std::chrono::milliseconds answer_within)
{
    const auto& config = installation.config;
    return std::make_unique<Client>(
        payments::mangopay::Options{.credentials = credentials_at_mangopay(config)},
        line_to_mangopay(config, answer_within), installation.clock);
}

} // namespace

Neighbours::Neighbours(const Installation& installation)
    : sender(sender_of(installation.config)),
      hook_secret(read_secret(installation.config.hook_secret_file)),
      gateway(mangopay(installation, patient)),
      prompt_gateway(mangopay(installation, prompt))
{
    const auto& base = installation.config.hook_base_url;
    if (!base.empty()) hook_url = base + "/hooks/mangopay/" + hook_secret;
}

void Neighbours::reload_mangopay(const Installation& installation)
{
    const auto now = installation.current_config();
    const auto& before = installation.config;
    if (now.mangopay_client_id != before.mangopay_client_id || now.clock != before.clock) {
        throw std::runtime_error(installation.path + ": [mangopay] client_id and [clock] source "
                                                     "change with a new start only");
    }
    const auto credentials = credentials_at_mangopay(now);
    gateway->renew(credentials, line_to_mangopay(now, patient));
    prompt_gateway->renew(credentials, line_to_mangopay(now, prompt));
}

jobs::Context context_of(Installation& installation, Neighbours& neighbours)
{
    return {.db = installation.db,
            .vault = installation.vault,
            .platform = installation.config.platform,
            .policy = installation.policy,
            .gateway = neighbours.gateway.get(),
            .sender = neighbours.sender.get(),
            .hook_url = neighbours.hook_url};
}

} // namespace ops
