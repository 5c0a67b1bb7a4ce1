#include "ops/installation/neighbours.hpp"

#include <algorithm>
#include <chrono>

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

std::unique_ptr<payments::Gateway> mangopay(const Installation& installation,
                                            std::chrono::milliseconds answer_within)
{
    const auto& config = installation.config;
    payments::mangopay::CurlOptions curl;
    curl.connect_within = std::min<std::chrono::milliseconds>(10s, answer_within);
    curl.answer_within = answer_within;
    curl.certificate_file = config.mangopay_certificate_file;
    curl.certificate_key_file = config.mangopay_certificate_key_file;
    payments::mangopay::Options options;
    options.credentials = {config.mangopay_url, config.mangopay_client_id,
                           read_secret(config.mangopay_api_key_file)};
    return std::make_unique<payments::mangopay::Client>(
        options, payments::mangopay::curl_http(std::move(curl)), installation.clock);
}

} // namespace

Neighbours::Neighbours(const Installation& installation)
    : sender(sender_of(installation.config)),
      hook_secret(read_secret(installation.config.hook_secret_file)),
      gateway(mangopay(installation, 30s)),
      // What is not answered by then goes on in a job; the HTTP pool's deadline is 10 s.
      prompt_gateway(mangopay(installation, 4s))
{
    const auto& base = installation.config.hook_base_url;
    if (!base.empty()) hook_url = base + "/hooks/mangopay/" + hook_secret;
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
