#pragma once

#include <string>

#include "domain/mail/sender.hpp"

namespace domain::mail {

/// Where mails are handed over.
struct SmtpServer {
    std::string url; // "smtp://host:587" (STARTTLS) or "smtps://host:465"
    std::string user, password;
    std::string from;
};

/// Hands mails to an SMTP server by libcurl. TLS is required, and the certificate checked,
/// unless the server is on this machine.
class SmtpSender : public Sender {
public:
    explicit SmtpSender(SmtpServer server);

    Delivery send(const Outgoing& mail) override;
    const std::string& from() const override { return server_.from; }

private:
    SmtpServer server_;
};

} // namespace domain::mail
