#include "ops/neighbours.hpp"

#include "domain/mail/folder_sender.hpp"
#include "domain/mail/smtp_sender.hpp"

namespace ops {

namespace {

std::unique_ptr<domain::mail::Sender> sender_of(const Config& config)
{
    if (!config.mail_folder.empty()) {
        return std::make_unique<domain::mail::FolderSender>(config.mail_folder, config.mail_from);
    }
    domain::mail::SmtpServer server{config.smtp_url, config.smtp_user, "", config.mail_from};
    if (!config.smtp_password_file.empty())
        server.password = read_secret(config.smtp_password_file);
    return std::make_unique<domain::mail::SmtpSender>(server);
}

} // namespace

Neighbours::Neighbours(const Installation& installation)
    : sender(sender_of(installation.config)),
      hook_secret(read_secret(installation.config.hook_secret_file))
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
            .sender = neighbours.sender.get(),
            .hook_url = neighbours.hook_url};
}

} // namespace ops
